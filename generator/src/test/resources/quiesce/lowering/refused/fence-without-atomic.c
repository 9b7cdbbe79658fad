struct callbacks {
	bool (*f)(void);
};

struct callbacks *ptr;
atomic_t users = ATOMIC_INIT(0);

__register void reg(struct callbacks *cbs)
{
	smp_mb__before_atomic();
	WRITE_ONCE(ptr, cbs);
}

__unregister void unreg(struct callbacks *cbs)
{
	atomic_set(&users, 0);
	smp_mb__after_atomic();
	WRITE_ONCE(ptr, NULL);
}

__task void on_one_path_only(void)
{
	if (READ_ONCE(ptr))
		atomic_inc(&users);
	smp_mb__after_atomic();
	if (READ_ONCE(ptr))
		atomic_dec(&users);
}

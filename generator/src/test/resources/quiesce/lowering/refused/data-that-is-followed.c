struct callbacks {
	bool (*f)(void);
};

struct callbacks *ptr;

__register void reg(struct callbacks *cbs)
{
	rcu_assign_pointer(ptr, cbs);
}

__unregister void unreg(struct callbacks *cbs)
{
	rcu_assign_pointer(ptr, NULL);
	synchronize_rcu();
}

__task void reader(void *data)
{
	struct callbacks *cbs = data;

	if (data)
		cbs->f();
	if (data == cbs)
		cbs->f();
	WRITE_ONCE(ptr, data);
}

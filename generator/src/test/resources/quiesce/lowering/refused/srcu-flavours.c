struct callbacks {
	bool (*f)(void);
};

struct callbacks *ptr;
DEFINE_SRCU(s);

__register void reg(struct callbacks *cbs)
{
	WRITE_ONCE(ptr, cbs);
}

__unregister void unreg(struct callbacks *cbs)
{
	WRITE_ONCE(ptr, NULL);
	synchronize_srcu(&s);
}

__task void reader(void)
{
	int idx = srcu_read_lock(&s);

	srcu_read_unlock(&s, idx);
}

__nmi void handler(void)
{
	int idx = srcu_read_lock_nmisafe(&s);

	srcu_read_unlock_nmisafe(&s, idx);
}

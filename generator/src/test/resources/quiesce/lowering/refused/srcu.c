struct callbacks {
	bool (*f)(void);
};

struct callbacks *ptr;
DEFINE_SRCU(s);
DEFINE_STATIC_SRCU(t);
DEFINE_MUTEX(mutex);

__register void reg(struct callbacks *cbs)
{
	WRITE_ONCE(ptr, cbs);
}

__unregister void unreg(struct callbacks *cbs)
{
	int idx = srcu_read_lock(&s);

	WRITE_ONCE(ptr, NULL);
	synchronize_srcu(&s);
	srcu_read_unlock(&s, idx);
	synchronize_rcu_tasks();
}

__task void arguments(void)
{
	int idx;

	srcu_read_lock(&s);
	idx = srcu_read_lock(s);
	idx = srcu_read_lock(&mutex);
	srcu_read_unlock(&s, 0);
	srcu_read_unlock(&s);
}

struct callbacks {
	bool (*f)(void);
};

struct callbacks *ptr;
DEFINE_SRCU(s);
DEFINE_SRCU(t);

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
}

__task void wrong_domain(void)
{
	int idx = srcu_read_lock(&s);

	srcu_read_unlock(&t, idx);
}

__task void wrong_index(void)
{
	int other;
	int idx = srcu_read_lock(&s);

	other = 0;
	srcu_read_unlock(&s, other);
	srcu_read_unlock(&s, idx);
}

__task void lost_index(void)
{
	int idx = srcu_read_lock(&s);

	idx = 0;
	srcu_read_unlock(&s, idx);
}

__task void on_one_path(void)
{
	int idx = srcu_read_lock(&s);

	if (READ_ONCE(ptr))
		srcu_read_unlock(&s, idx);
}

__nmi void handler(void)
{
	int idx = srcu_read_lock(&s);

	srcu_read_unlock(&s, idx);
}

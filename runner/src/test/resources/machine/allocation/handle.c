/**
 * strategy: handle
 * title: register returns what unregister is to be given
 * expect: holds NoNullDereference, NoUseBeforeInit, NoDereferenceAfterTeardown, PriorReadersComplete
 * expect weak: holds NoNullDereference, NoUseBeforeInit, NoDereferenceAfterTeardown, PriorReadersComplete
 */
struct pulse {
	void (*fn)(int seq);
	int seq;
};

static struct pulse __rcu *pulse;

__register struct pulse *start(void (*fn)(int seq))
{
	struct pulse *p = kzalloc(16, GFP_KERNEL);

	if (!p)
		return NULL;
	p->fn = fn;
	rcu_assign_pointer(pulse, p);
	return p;
}

__unregister void stop(struct pulse *p)
{
	rcu_assign_pointer(pulse, NULL);
	synchronize_rcu();
	kfree(p);
}

__softirq void beat(void)
{
	struct pulse *p;

	rcu_read_lock();
	p = rcu_dereference(pulse);
	if (p)
		p->fn(p->seq);
	rcu_read_unlock();
}

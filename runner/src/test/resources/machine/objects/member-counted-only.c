/**
 * strategy: member-counted-only
 * title: who registers has initialised what the file only adds to
 * expect: holds NoUseBeforeInit, NoDereferenceAfterTeardown
 */
struct ops {
	int (*go)(struct ops *o);
	unsigned long calls;
};

static struct ops __rcu *cur;

__register void set(struct ops *o)
{
	rcu_assign_pointer(cur, o);
}

__unregister void clear(struct ops *o)
{
	RCU_INIT_POINTER(cur, NULL);
	synchronize_rcu();
}

__irq void go(void)
{
	struct ops *o;

	rcu_read_lock();
	o = rcu_dereference(cur);
	if (o) {
		o->calls++;
		o->go(o);
	}
	rcu_read_unlock();
}

/**
 * strategy: function-of-a-struct-kept
 * title: the function of a struct is published, and called after its section
 * expect: violates NoDereferenceAfterTeardown, PriorReadersComplete
 * expect tso: violates NoDereferenceAfterTeardown, PriorReadersComplete
 * expect weak: violates NoDereferenceAfterTeardown, PriorReadersComplete
 */
struct callbacks {
	void (*call)(void);
};

static void (*hook)(void);

__register void reg(struct callbacks *cbs)
{
	smp_store_release(&hook, cbs->call);
}

__unregister void unreg(struct callbacks *cbs)
{
	WRITE_ONCE(hook, NULL);
	synchronize_rcu();
}

__task void reader(void)
{
	void (*fn)(void);

	rcu_read_lock();
	fn = READ_ONCE(hook);
	rcu_read_unlock();
	if (fn)
		fn();
}

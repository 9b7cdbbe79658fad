/**
 * strategy: default-struct-left-out
 * title: a default without functions is compared with, and not called
 * expect: holds NoNullDereference, NoUseBeforeInit, NoDereferenceAfterTeardown, ReadersObserveNullAfterGracePeriod, PriorReadersComplete
 * expect tso: holds NoNullDereference, NoUseBeforeInit, NoDereferenceAfterTeardown, ReadersObserveNullAfterGracePeriod, PriorReadersComplete
 * expect weak: holds NoNullDereference, NoUseBeforeInit, NoDereferenceAfterTeardown, ReadersObserveNullAfterGracePeriod, PriorReadersComplete
 */
struct ops {
	void (*run)(void);
};

static struct ops default_ops = {};
static struct ops *cur = &default_ops;

__register void set(struct ops *ops)
{
	rcu_assign_pointer(cur, ops);
}

__unregister void clear(struct ops *ops)
{
	WRITE_ONCE(cur, &default_ops);
	synchronize_rcu();
}

__irq void interrupt(void)
{
	struct ops *ops = READ_ONCE(cur);

	if (ops != &default_ops)
		ops->run();
}

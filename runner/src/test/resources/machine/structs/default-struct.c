/**
 * strategy: default-struct
 * title: a struct of the file takes the place of NULL, and nobody tests for it
 * expect: holds NoNullDereference, NoUseBeforeInit, NoDereferenceAfterTeardown, ReadersObserveNullAfterGracePeriod, PriorReadersComplete
 * expect tso: holds NoNullDereference, NoUseBeforeInit, NoDereferenceAfterTeardown, ReadersObserveNullAfterGracePeriod, PriorReadersComplete
 * expect weak: holds NoNullDereference, NoUseBeforeInit, NoDereferenceAfterTeardown, ReadersObserveNullAfterGracePeriod, PriorReadersComplete
 */
struct ops {
	void (*run)(void);
};

static void default_run(void)
{
}

static struct ops default_ops = { .run = default_run };
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
	READ_ONCE(cur)->run();
}

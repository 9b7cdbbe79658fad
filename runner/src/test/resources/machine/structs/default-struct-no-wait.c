/**
 * strategy: default-struct-no-wait
 * title: the default is put back, and nobody waits for who calls what was there
 * expect: holds NoNullDereference
 * expect: violates NoDereferenceAfterTeardown, PriorReadersComplete
 * expect tso: violates NoDereferenceAfterTeardown, PriorReadersComplete
 * expect weak: violates NoDereferenceAfterTeardown, PriorReadersComplete
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
}

__irq void interrupt(void)
{
	READ_ONCE(cur)->run();
}

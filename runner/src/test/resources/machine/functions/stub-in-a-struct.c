/**
 * strategy: stub-in-a-struct
 * title: a global struct has the function, and a pointer leads to it
 * expect: holds NoNullDereference, NoUseBeforeInit, NoDereferenceAfterTeardown, ReadersObserveNullAfterGracePeriod, PriorReadersComplete
 * expect weak: holds NoNullDereference, NoUseBeforeInit, NoDereferenceAfterTeardown
 */
struct hooks {
	int users;
	void (*run)(void);
};

static void stub(void)
{
}

static struct hooks hooks = { .run = stub };

__register void set(void (*fn)(void))
{
	rcu_assign_pointer(hooks.run, fn);
}

__unregister void clear(void)
{
	struct hooks *h = &hooks;

	WRITE_ONCE(h->run, &stub);
	synchronize_rcu();
}

static void run(struct hooks *h)
{
	READ_ONCE(h->run)();
}

__irq void interrupt(void)
{
	run(&hooks);
}

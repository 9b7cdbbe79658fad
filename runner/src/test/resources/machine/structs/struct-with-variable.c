/**
 * strategy: struct-with-variable
 * title: a struct is defined with its variable, and another by a typedef alone
 * expect: holds NoNullDereference, NoDereferenceAfterTeardown, PriorReadersComplete
 */
typedef struct { void (*f)(void); } cb_t;
static struct pad { int x; cb_t *ops; } pad = { .x = 1 };

__register void reg(cb_t *c)
{
	smp_store_release(&pad.ops, c);
}
__unregister void unreg(cb_t *c)
{
	WRITE_ONCE(pad.ops, NULL);
	synchronize_rcu();
}
__irq void irq(void)
{
	cb_t *c = READ_ONCE(pad.ops);

	if (c)
		c->f();
}

/**
 * strategy: late-store-again
 * title: a task that puts off a store to a member, again and again
 * expect: violates NoDereferenceAfterTeardown, PriorReadersComplete
 * expect: holds NoNullDereference, NoUseBeforeInit
 * expect tso: violates NoDereferenceAfterTeardown, PriorReadersComplete
 * expect tso: holds NoNullDereference, NoUseBeforeInit
 */
struct cb {
	void (*b)(void);
	bool on;
};

struct cb *gp;

__register void reg(struct cb *cbs)
{
	cbs->on = true;
	rcu_assign_pointer(gp, cbs);
}

__unregister void unreg(struct cb *cbs)
{
	rcu_assign_pointer(gp, NULL);
}

__task void rd(void)
{
	struct cb *p = READ_ONCE(gp);

	if (p) {
		p->on = false;
		READ_ONCE(gp);
	}
}

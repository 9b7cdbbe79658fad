/**
 * strategy: reload-before-barrier
 * title: one load for the check, another one just before the barrier, for the call behind it
 * expect: violates NoNullDereference
 */
struct cb {
	void (*f)(void);
};
struct cb *gp;

__register void reg(struct cb *cbs)
{
	rcu_assign_pointer(gp, cbs);
}

__unregister void unreg(struct cb *cbs)
{
	rcu_assign_pointer(gp, NULL);
	synchronize_rcu();
}

__nmi void rd(void)
{
	struct cb *p = gp;

	if (p) {
		barrier();
		p->f();
	}
}

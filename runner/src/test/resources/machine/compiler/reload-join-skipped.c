/**
 * strategy: reload-join-skipped
 * title: the path around the barrier is taken: both uses may load
 * expect: violates NoNullDereference
 */
struct cb {
	void (*b)(void);
};
struct cb *gp;
bool flag = true;

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

	if (READ_ONCE(flag))
		barrier();
	if (p)
		p->b();
}

__task void other(void)
{
	WRITE_ONCE(flag, false);
}

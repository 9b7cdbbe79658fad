/**
 * strategy: late-store-depends
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
	synchronize_rcu();
}

__nmi void rd(void)
{
	struct cb *p = rcu_dereference(gp);

	if (p) {
		p->on = false;
		READ_ONCE(gp);
	}
}

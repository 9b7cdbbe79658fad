/**
 * strategy: own-store-member
 * title: the store is to the member that was loaded, whatever pointer it is written with, and
 *   nobody else stores to it
 * expect: holds NoWarning
 */
struct cb {
	int n;
	void (*f)(void);
};
struct cb *gp;

__register void reg(struct cb *cbs)
{
	struct cb *same = cbs;
	int n;

	WRITE_ONCE(cbs->n, 0);
	n = same->n;
	WRITE_ONCE(cbs->n, 1);
	WARN_ON(n != 0);
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

	if (p)
		p->f();
}

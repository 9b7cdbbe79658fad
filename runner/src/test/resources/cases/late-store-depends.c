/**
 * strategy: late-store-depends
 * providers: 2
 */
struct cb {
	void (*b)(void);
	bool on;
};
struct cb *gp;
int x;

__register void reg(struct cb *cbs)
{
	struct cb *p = rcu_dereference(gp);

	if (p) {
		p->on = false;
		READ_ONCE(x);
	} else {
		cbs->on = true;
		rcu_assign_pointer(gp, cbs);
	}
}

__unregister void unreg(struct cb *cbs)
{
	WRITE_ONCE(x, 1);
}

__nmi void rd(void)
{
	if (READ_ONCE(x))
		READ_ONCE(gp);
}

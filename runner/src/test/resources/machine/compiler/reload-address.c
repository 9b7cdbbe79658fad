/**
 * strategy: reload-address
 * title: to load on again, the compiler may load the pointer again: it was not NULL, and now it is
 * expect: violates NoNullDereference
 */
struct cb {
	bool on;
	void (*f)(void);
};
struct cb *gp;
int seen;

__register void reg(struct cb *cbs)
{
	WRITE_ONCE(cbs->on, true);
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
	bool on = false;

	barrier();
	if (p) {
		struct cb *q = gp;

		if (q)
			on = q->on;
	}
	if (on)
		WRITE_ONCE(seen, 1);
	if (on)
		WRITE_ONCE(seen, 2);
}

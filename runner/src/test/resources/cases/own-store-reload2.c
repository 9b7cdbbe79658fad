/**
 * strategy: own-store-reload2
 */
struct cb {
	bool (*a)(void);
	void (*b)(void);
};
struct cb *gp;
__register void reg(struct cb *cbs) { rcu_assign_pointer(gp, cbs); }
__unregister void unreg(struct cb *cbs) { struct cb *old = gp; WRITE_ONCE(gp, NULL); WARN_ON(old && old != cbs); if (old) synchronize_rcu(); }
__nmi void rd(void) { struct cb *p = READ_ONCE(gp); if (p) p->b(); }

/**
 * strategy: vacuous-fold-return
 * expect: all hold
 */
struct cb { bool (*a)(void); void (*b)(void); };
struct cb *gp;
__register void reg(struct cb *cbs) { rcu_assign_pointer(gp, cbs); }
__unregister void unreg(struct cb *cbs) { rcu_assign_pointer(gp, NULL); }
__nmi void rd(void) { struct cb *p = READ_ONCE(gp); return; p->b(); }

/**
 * strategy: permanent-fail
 */
struct cb {
	bool (*a)(void);
	void (*b)(void);
};
struct cb *gp;
__register __permanent int reg(struct cb *cbs) { WRITE_ONCE(gp, cbs); return -1; }
__nmi void rd(void) { struct cb *p = READ_ONCE(gp); if (p && p->a()) p->b(); }

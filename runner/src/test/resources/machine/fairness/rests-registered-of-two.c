/**
 * strategy: rests-registered-of-two
 * title: the same where two providers take turns
 * providers: 2
 * expect: violates ReadersComplete
 */
struct callbacks {
	bool (*f)(void);
};

struct callbacks *gp;

__register int reg(struct callbacks *cbs)
{
	if (cmpxchg(&gp, NULL, cbs))
		return -1;
	return 0;
}

__unregister void unreg(struct callbacks *cbs)
{
	WRITE_ONCE(gp, NULL);
}

__task void spin(void)
{
	while (READ_ONCE(gp))
		cpu_relax();
}

/**
 * strategy: rests-registered-for-ever
 * title: who is registered for ever need not do anything more
 * expect: violates ReadersComplete
 */
struct callbacks {
	bool (*f)(void);
};

struct callbacks *gp;

__register __permanent void reg(struct callbacks *cbs)
{
	WRITE_ONCE(gp, cbs);
}

__task void spin(void)
{
	while (READ_ONCE(gp))
		cpu_relax();
}

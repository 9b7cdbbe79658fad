/**
 * strategy: need-not-register
 * title: no provider is required to register, not the first time and not again
 * expect: violates ReadersComplete
 */
struct callbacks {
	bool (*f)(void);
};

struct callbacks *gp;

__register void reg(struct callbacks *cbs)
{
	WRITE_ONCE(gp, cbs);
}

__unregister void unreg(struct callbacks *cbs)
{
	WRITE_ONCE(gp, NULL);
}

__task void spin(void)
{
	while (!READ_ONCE(gp))
		cpu_relax();
}

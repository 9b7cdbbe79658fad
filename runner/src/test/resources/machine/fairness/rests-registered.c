/**
 * strategy: rests-registered
 * title: no provider is required to unregister, so that a reader may spin for ever
 * expect: violates ReadersComplete
 * expect: n/a UnregisterCompletes
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
	while (READ_ONCE(gp))
		cpu_relax();
}

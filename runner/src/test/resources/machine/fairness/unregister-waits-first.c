/**
 * strategy: unregister-waits-first
 * title: an unregistration that begins by waiting has begun
 * expect: violates UnregisterCompletes
 */
struct callbacks {
	bool (*f)(void);
};

struct callbacks *gp;
bool never;

__register void reg(struct callbacks *cbs)
{
	WRITE_ONCE(never, false);
	WRITE_ONCE(gp, cbs);
}

__unregister void unreg(struct callbacks *cbs)
{
	while (!READ_ONCE(never))
		cpu_relax();
}

__task void look(void)
{
	READ_ONCE(gp);
}

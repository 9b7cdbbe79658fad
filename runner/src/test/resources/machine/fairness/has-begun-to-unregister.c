/**
 * strategy: has-begun-to-unregister
 * title: an unregistration that has begun ends, so that a reader may wait for it
 * expect: holds ReadersComplete
 */
struct callbacks {
	bool (*f)(void);
};

struct callbacks *gp;
bool leaving;

__register void reg(struct callbacks *cbs)
{
	WRITE_ONCE(gp, cbs);
}

__unregister void unreg(struct callbacks *cbs)
{
	WRITE_ONCE(leaving, true);
	WRITE_ONCE(gp, NULL);
	WRITE_ONCE(leaving, false);
}

__task void spin(void)
{
	while (READ_ONCE(leaving))
		cpu_relax();
}

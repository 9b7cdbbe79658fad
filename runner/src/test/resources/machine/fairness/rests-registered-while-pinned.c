/**
 * strategy: rests-registered-while-pinned
 * title: the same where a task pins the provider now and then
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

__task __pins_provider void run(struct callbacks *cbs)
{
	cbs->f();
}

__task void spin(void)
{
	while (READ_ONCE(gp))
		cpu_relax();
}

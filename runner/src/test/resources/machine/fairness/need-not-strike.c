/**
 * strategy: need-not-strike
 * title: no interrupt is required to strike
 * expect: violates ReadersComplete
 */
struct callbacks {
	bool (*f)(void);
};

struct callbacks *gp;
bool told;

__register void reg(struct callbacks *cbs)
{
	WRITE_ONCE(told, false);
	WRITE_ONCE(gp, cbs);
}

__unregister void unreg(struct callbacks *cbs)
{
	WRITE_ONCE(gp, NULL);
}

__irq void strike(void)
{
	WRITE_ONCE(told, true);
}

__task void spin(void)
{
	while (!READ_ONCE(told))
		cpu_relax();
}

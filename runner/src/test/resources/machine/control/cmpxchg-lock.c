/**
 * strategy: cmpxchg-lock
 * title: a lock made of cmpxchg()
 * expect: holds NoWarning
 */
struct callbacks {
	bool (*f)(void);
};

int taken;
bool inside;

__register void reg(void)
{
}

__unregister void unreg(void)
{
}

__task void forth(void)
{
	while (cmpxchg(&taken, 0, 1) != 0)
		cpu_relax();
	WARN_ON(READ_ONCE(inside));
	WRITE_ONCE(inside, true);
	WRITE_ONCE(inside, false);
	smp_store_release(&taken, 0);
}

__task void back(void)
{
	READ_ONCE(inside);
}

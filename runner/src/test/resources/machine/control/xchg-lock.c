/**
 * strategy: xchg-lock
 * title: a lock made of xchg()
 * expect: holds NoWarning
 */
struct callbacks {
	bool (*f)(void);
};

bool taken;
bool inside;

__register void reg(void)
{
}

__unregister void unreg(void)
{
}

__task void forth(void)
{
	do {
		cpu_relax();
	} while (xchg(&taken, true));
	WARN_ON(READ_ONCE(inside));
	WRITE_ONCE(inside, true);
	WRITE_ONCE(inside, false);
	smp_store_release(&taken, false);
}

__task void back(void)
{
	READ_ONCE(inside);
}

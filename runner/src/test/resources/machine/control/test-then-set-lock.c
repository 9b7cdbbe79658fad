/**
 * strategy: test-then-set-lock
 * title: a lock made of a load and a store
 * expect: violates NoWarning
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
	while (READ_ONCE(taken))
		cpu_relax();
	WRITE_ONCE(taken, true);
	WARN_ON(READ_ONCE(inside));
	WRITE_ONCE(inside, true);
	WRITE_ONCE(inside, false);
	smp_store_release(&taken, false);
}

__task void back(void)
{
	READ_ONCE(inside);
}

/**
 * strategy: ab-ab
 * title: two spinlocks always taken in the same order
 * expect: holds NoDeadlock
 */
struct callbacks {
	bool (*f)(void);
};

DEFINE_SPINLOCK(one);
DEFINE_SPINLOCK(two);

__register void reg(void)
{
}

__unregister void unreg(void)
{
}

__task void forth(void)
{
	spin_lock(&one);
	spin_lock(&two);
	spin_unlock(&two);
	spin_unlock(&one);
}

__task void back(void)
{
	spin_lock(&one);
	spin_lock(&two);
	spin_unlock(&two);
	spin_unlock(&one);
}

/**
 * strategy: ab-ba
 * title: two spinlocks taken in either order
 * expect: violates NoDeadlock
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
	spin_lock(&two);
	spin_lock(&one);
	spin_unlock(&one);
	spin_unlock(&two);
}

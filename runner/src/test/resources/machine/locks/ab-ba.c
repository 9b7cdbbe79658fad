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
bool flag;

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
	READ_ONCE(flag);
	spin_unlock(&two);
	spin_unlock(&one);
}

__task void back(void)
{
	spin_lock(&two);
	spin_lock(&one);
	READ_ONCE(flag);
	spin_unlock(&one);
	spin_unlock(&two);
}

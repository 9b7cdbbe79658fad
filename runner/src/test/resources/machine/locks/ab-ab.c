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
	spin_lock(&one);
	spin_lock(&two);
	READ_ONCE(flag);
	spin_unlock(&two);
	spin_unlock(&one);
}

/**
 * strategy: twice
 * title: a thread takes a lock that it holds
 * expect: violates NoDeadlock, ReadersComplete
 */
struct callbacks {
	bool (*f)(void);
};

DEFINE_SPINLOCK(one);
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
	spin_lock(&one);
	spin_unlock(&one);
	spin_unlock(&one);
}

__task void back(void)
{
	READ_ONCE(flag);
}

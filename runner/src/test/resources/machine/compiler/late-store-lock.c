/**
 * strategy: late-store-lock
 * title: taking a lock makes a plain store happen
 * expect: holds NoWarning
 */
struct callbacks {
	bool (*f)(void);
};

bool first;
bool second;
DEFINE_SPINLOCK(lock);

__register void reg(struct callbacks *cbs)
{
	first = true;
	spin_lock(&lock);
	second = true;
	spin_unlock(&lock);
}

__unregister void unreg(void)
{
}

__nmi void sample(void)
{
	if (READ_ONCE(second))
		WARN_ON(!READ_ONCE(first));
}

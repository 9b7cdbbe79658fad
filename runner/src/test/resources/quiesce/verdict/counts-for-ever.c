/**
 * strategy: counts-for-ever
 */
struct callbacks {
	bool (*f)(void);
};

atomic_t hits;

__register void reg(void)
{
}

__unregister void unreg(void)
{
}

__nmi void sample(void)
{
	atomic_inc(&hits);
	WARN_ON(atomic_read(&hits) < 0);
}

/**
 * strategy: pointer-equality
 * title: == on pointers tells objects apart
 * expect: holds NoWarning
 */
struct callbacks {
	bool (*f)(void);
};

struct callbacks *ptr;

__register void reg(struct callbacks *cbs)
{
	WARN_ON(READ_ONCE(ptr) == cbs);
	WRITE_ONCE(ptr, cbs);
	WARN_ON(READ_ONCE(ptr) != cbs);
}

__unregister void unreg(void)
{
}

__nmi void sample(void)
{
	READ_ONCE(ptr);
}

/**
 * strategy: sequence-orders
 * title: a sequence number on which nothing depends is taken by a full barrier
 * expect: holds NoUseBeforeInit
 * expect tso: holds NoUseBeforeInit
 * expect weak: holds NoUseBeforeInit
 */
struct callbacks {
	void (*f)(int number);
};

struct callbacks *ptr;
int last;
atomic_t sequence;

__register void reg(struct callbacks *cbs)
{
	WRITE_ONCE(last, atomic_inc_return(&sequence));
	WRITE_ONCE(ptr, cbs);
}

__unregister void unreg(struct callbacks *cbs)
{
	WRITE_ONCE(ptr, NULL);
}

__nmi void reader(void)
{
	struct callbacks *cbs = READ_ONCE(ptr);

	if (cbs)
		cbs->f(READ_ONCE(last));
}

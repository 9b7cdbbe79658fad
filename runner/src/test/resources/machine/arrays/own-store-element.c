/**
 * strategy: own-store-element
 * title: a plain load is not repeated after the thread's own store to the same element
 * expect: holds NoNullDereference
 */
struct callbacks {
	void (*f)(void);
};

struct callbacks *slots[2];

__register void reg(struct callbacks *cbs)
{
	WRITE_ONCE(slots[0], cbs);
}

__unregister void unreg(struct callbacks *cbs)
{
}

__task void reader(bool i)
{
	struct callbacks *cbs;

	cbs = slots[0];
	WRITE_ONCE(slots[i], NULL);
	if (i || !cbs)
		return;
	cbs->f();
}

/**
 * strategy: reload-of-a-copy
 * title: a plain load is repeated where a copy of its value is used
 * expect: violates NoNullDereference
 */
struct callbacks {
	bool (*f)(void);
};

struct callbacks *ptr;

static struct callbacks *get(void)
{
	struct callbacks *p = ptr;

	return p;
}
__register void reg(struct callbacks *cbs)
{
	WRITE_ONCE(ptr, cbs);
}
__unregister void unreg(struct callbacks *cbs)
{
	WRITE_ONCE(ptr, NULL);
	synchronize_rcu();
}
__nmi void sample(void)
{
	struct callbacks *q = get();

	if (q)
		q->f();
}

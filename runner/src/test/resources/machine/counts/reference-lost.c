/**
 * strategy: reference-lost
 * title: the last reference is given back by who does not ask whether it is the last
 * expect: violates NoWarning
 */
struct callbacks {
	void (*f)(void);
};

static refcount_t users = REFCOUNT_INIT(1);

__register void reg(struct callbacks *cbs)
{
	refcount_add(2, &users);
}

__unregister void unreg(struct callbacks *cbs)
{
	WARN_ON(refcount_sub_and_test(2, &users));
}

__irq void reader(void)
{
	refcount_dec(&users);
	refcount_set(&users, 2);
}

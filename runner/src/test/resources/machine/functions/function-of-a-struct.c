/**
 * strategy: function-of-a-struct
 * title: a function is read from a struct once, tested and called
 * expect: holds NoNullDereference, NoUseBeforeInit, NoDereferenceAfterTeardown, PriorReadersComplete
 * expect weak: holds NoNullDereference, NoUseBeforeInit, NoDereferenceAfterTeardown, PriorReadersComplete
 */
struct callbacks {
	int (*call)(int code);
};

static struct callbacks __rcu *ptr;

static int called(int (*fn)(int code))
{
	return fn ? fn(1) : 0;
}

__register void reg(struct callbacks *cbs)
{
	rcu_assign_pointer(ptr, cbs);
}

__unregister void unreg(struct callbacks *cbs)
{
	RCU_INIT_POINTER(ptr, NULL);
	synchronize_rcu();
}

__task void reader(void)
{
	struct callbacks *cbs;

	rcu_read_lock();
	cbs = rcu_dereference(ptr);
	if (cbs)
		called(cbs->call);
	rcu_read_unlock();
}

/**
 * strategy: local-set-by-its-address
 * title: a function sets a local of its caller by its address
 * expect: holds NoWarning
 * expect: holds NoNullDereference, NoDereferenceAfterTeardown
 * expect weak: holds NoWarning
 */
struct callbacks {
	int (*read)(int *value, void *reading);
};

struct reading {
	int value;
	bool valid;
};

static struct callbacks *ptr;

static int sample(int *value)
{
	struct callbacks *cbs = rcu_dereference(ptr);
	struct reading r = { .valid = true };

	*value = 3;
	if (cbs)
		(*cbs->read)(NULL, &r);
	return r.value + *value;
}

__register void reg(struct callbacks *cbs)
{
	rcu_assign_pointer(ptr, cbs);
}

__unregister void unreg(void)
{
	RCU_INIT_POINTER(ptr, NULL);
	synchronize_rcu();
}

__nmi void reader(void)
{
	struct reading r = { 0 };

	if (sample(&r.value) == 4)
		return;
	WARN_ON(r.value != 3);
}

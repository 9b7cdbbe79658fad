/**
 * strategy: local-changed-by-callback
 * title: a callback that is given the address of a local may have set it to anything
 * expect: violates NoWarning
 * expect: holds NoNullDereference, NoDereferenceAfterTeardown
 * expect weak: violates NoWarning
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
		(*cbs->read)(value, &r);
	return r.value;
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

	sample(&r.value);
	WARN_ON(r.value != 3);
}

/**
 * strategy: member-initial-calculated
 * title: what the compiler calculates is what the member holds, and 0 is NULL
 * expect: violates NoWarning
 * expect: holds NoNullDereference
 */
struct callbacks {
	void (*f)(void);
	int mode;
	bool flag;
};

static void called(void)
{
}

static struct callbacks mine = {
	.f = called,
	.mode = 1 ? 5 : 3,
	.flag = 2 > 1 && !0,
};

struct callbacks *ptr = 0;

__register void reg(struct callbacks *cbs)
{
	rcu_assign_pointer(ptr, cbs);
}

__unregister void unreg(struct callbacks *cbs)
{
	RCU_INIT_POINTER(ptr, NULL);
	synchronize_rcu();
}

__irq void reader(void)
{
	struct callbacks *cbs = rcu_dereference(ptr);

	if (cbs) {
		WARN_ON(READ_ONCE(cbs->mode) == 5 && READ_ONCE(cbs->flag));
		cbs->f();
	}
}

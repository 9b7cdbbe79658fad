/**
 * strategy: pointer-named-as-a-slot
 * title: a call by a pointer runs what the pointer leads to, and not the slot that has its name
 * expect: holds NoWarning
 */
struct callbacks {
	void (*run)(void);
	void (*other)(void);
};

static struct callbacks *ptr;
static bool ran;

static void body(void)
{
	WRITE_ONCE(ran, true);
}

static void somewhere_else(void);

static struct callbacks mine = { .run = body, .other = somewhere_else };

__register void set(void)
{
	rcu_assign_pointer(ptr, &mine);
}

__unregister void clear(void)
{
	WRITE_ONCE(ptr, NULL);
	synchronize_rcu();
}

__irq void interrupt(void)
{
	struct callbacks *c = READ_ONCE(ptr);
	void (*run)(void);

	if (c) {
		run = READ_ONCE(c->other);
		run();
		WARN_ON(READ_ONCE(ran));
	}
}

/**
 * strategy: data-of-a-struct
 * title: a slot of a struct is handed data that is kept beside the struct
 * expect: violates ConsistentSnapshot
 */
struct hook {
	void (*notify)(void *data);
};

static struct hook __rcu *hook;
static void *hook_data;

__register void hook_set(struct hook *h, void *data)
{
	rcu_assign_pointer(hook, h);
	WRITE_ONCE(hook_data, data);
}

__unregister void hook_clear(void)
{
	RCU_INIT_POINTER(hook, NULL);
	synchronize_rcu();
}

__irq void sample(void)
{
	struct hook *h = rcu_dereference(hook);

	if (h)
		h->notify(READ_ONCE(hook_data));
}

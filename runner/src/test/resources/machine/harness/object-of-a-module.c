/**
 * strategy: object-of-a-module
 * title: an object that comes with the module is there before the module is loaded
 * expect: holds NoNullDereference, NoUseBeforeInit, NoDereferenceAfterTeardown, PriorReadersComplete
 * expect weak: holds NoNullDereference, NoUseBeforeInit, NoDereferenceAfterTeardown, PriorReadersComplete
 */
struct hook {
	int (*update)(void);
	int mode;
};

static const struct hook __rcu *hook;

int my_update(void);

static const struct hook mine = {
	.update = my_update,
	.mode = 3,
};

static int __init hook_init(void)
{
	RCU_INIT_POINTER(hook, &mine);
	return 0;
}

static void __exit hook_exit(void)
{
	RCU_INIT_POINTER(hook, NULL);
	synchronize_rcu();
}

__softirq void reader(void)
{
	const struct hook *h;

	rcu_read_lock();
	h = rcu_dereference(hook);
	if (h && h->mode == 3 && h->update)
		h->update();
	rcu_read_unlock();
}

module_init(hook_init);
module_exit(hook_exit);
MODULE_LICENSE("GPL");

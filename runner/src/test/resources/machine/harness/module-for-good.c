/**
 * strategy: module-for-good
 * title: a module without module_exit() stays for good, so that nothing waits
 * expect: holds NoNullDereference, NoUseBeforeInit
 * expect: n/a NoDereferenceAfterTeardown
 * expect weak: holds NoNullDereference, NoUseBeforeInit
 * expect: n/a NoDereferenceAfterTeardown
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
MODULE_LICENSE("GPL");

static int event(struct notifier_block *nb, unsigned long action, void *data)
{
	return NOTIFY_DONE;
}

static ATOMIC_NOTIFIER_HEAD(chain);
static struct notifier_block first = { .notifier_call = event };
static struct notifier_block second = { .notifier_call = event };

static void __init setup(void)
{
	atomic_notifier_chain_register(&chain, &first);
}
module_init(setup);

static void __exit cleanup(void)
{
	atomic_notifier_chain_unregister(&chain, &first);
}
module_exit(cleanup);

__irq void notify(void *data)
{
	atomic_notifier_call_chain(&chain, 1, data);
}

/**
 * strategy: block-unregisters-itself
 * title: a block of a blocking chain unregisters itself while it is called, and waits for itself
 * expect: violates NoDeadlock, UnregisterCompletes, ReadersComplete
 */
static BLOCKING_NOTIFIER_HEAD(chain);

static int event(struct notifier_block *nb, unsigned long action, void *data)
{
	if (action)
		blocking_notifier_chain_unregister(&chain, nb);
	return NOTIFY_DONE;
}

static struct notifier_block nb = {
	.notifier_call = event,
	.priority = 10,
};

static int __init setup(void)
{
	return blocking_notifier_chain_register(&chain, &nb);
}
module_init(setup);

static void __exit cleanup(void)
{
	blocking_notifier_chain_unregister(&chain, &nb);
}
module_exit(cleanup);

__task int notify(unsigned long action, void *data)
{
	return blocking_notifier_call_chain(&chain, action, data);
}

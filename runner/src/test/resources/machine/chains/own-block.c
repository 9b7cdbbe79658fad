/**
 * strategy: own-block
 * title: a module registers its own block, and unregisters it
 * expect: holds NoNullDereference, NoUseBeforeInit, NoDereferenceAfterTeardown, PriorReadersComplete, NoDeadlock
 */
static BLOCKING_NOTIFIER_HEAD(chain);

static int event(struct notifier_block *nb, unsigned long action, void *data)
{
	return action ? NOTIFY_STOP : NOTIFY_DONE;
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

static int event(struct notifier_block *nb, unsigned long action, void *data)
{
	return NOTIFY_DONE;
}

static struct notifier_block nb = { .notifier_call = event };

static int __init setup(void)
{
	return register_netdevice_notifier(&nb);
}
module_init(setup);

static void __exit cleanup(void)
{
	unregister_netdevice_notifier(&nb);
}
module_exit(cleanup);

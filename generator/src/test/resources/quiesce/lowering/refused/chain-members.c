struct port {
	struct notifier_block nb;
	int number;
};

struct driver {
	int state;
	struct notifier_block nb;
};

static ATOMIC_NOTIFIER_HEAD(chain);

__register int add(struct driver *d)
{
	int err = atomic_notifier_chain_register(&chain, &d->nb);

	return err;
}

__unregister void del(struct driver *d)
{
	atomic_notifier_chain_unregister(&chain, &d->nb);
}

__irq void notify(void *data)
{
	atomic_notifier_call_chain(&chain, 1, data);
}

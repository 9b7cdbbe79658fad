/**
 * strategy: block-in-struct-late
 * title: the struct of a block is filled after it was put into the chain
 * expect: violates NoUseBeforeInit
 */
struct driver {
	struct notifier_block nb;
	int state;
};

static ATOMIC_NOTIFIER_HEAD(chain);

static int event(struct notifier_block *nb, unsigned long action, void *data)
{
	struct driver *d = container_of(nb, struct driver, nb);

	WRITE_ONCE(d->state, 1);
	return NOTIFY_OK;
}

__register int add(struct driver *d)
{
	int err = atomic_notifier_chain_register(&chain, &d->nb);

	d->state = 0;
	d->nb.notifier_call = event;
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

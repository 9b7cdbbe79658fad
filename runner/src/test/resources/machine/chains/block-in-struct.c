/**
 * strategy: block-in-struct
 * title: the block is in a struct, which the function that is called leads back to
 * expect: holds NoNullDereference, NoUseBeforeInit, NoDereferenceAfterTeardown, PriorReadersComplete
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
	d->state = 0;
	d->nb.notifier_call = event;
	return atomic_notifier_chain_register(&chain, &d->nb);
}

__unregister void del(struct driver *d)
{
	atomic_notifier_chain_unregister(&chain, &d->nb);
}

__irq void notify(void *data)
{
	atomic_notifier_call_chain(&chain, 1, data);
}

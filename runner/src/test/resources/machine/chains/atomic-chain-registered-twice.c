/**
 * strategy: atomic-chain-registered-twice
 * title: what is in a chain is registered again
 * expect: violates NoWarning
 */
static ATOMIC_NOTIFIER_HEAD(chain);

__register int add(struct notifier_block *nb)
{
	int err = atomic_notifier_chain_register(&chain, nb);

	atomic_notifier_chain_register(&chain, nb);
	return err;
}

__unregister void del(struct notifier_block *nb)
{
	atomic_notifier_chain_unregister(&chain, nb);
}

__irq void notify(void *data)
{
	atomic_notifier_call_chain(&chain, 1, data);
}

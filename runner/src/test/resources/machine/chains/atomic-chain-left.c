/**
 * strategy: atomic-chain-left
 * title: what is left in an atomic chain is called when it is gone
 * expect: violates NoDereferenceAfterTeardown, PriorReadersComplete
 * expect weak: violates NoDereferenceAfterTeardown, PriorReadersComplete
 */
static ATOMIC_NOTIFIER_HEAD(chain);

__register int add(struct notifier_block *nb)
{
	return atomic_notifier_chain_register(&chain, nb);
}

__unregister void del(struct notifier_block *nb)
{
}

__irq void notify(void *data)
{
	atomic_notifier_call_chain(&chain, 1, data);
}

/**
 * strategy: atomic-chain-of-two
 * title: two modules are in an atomic chain
 * providers: 2
 * expect: holds NoNullDereference, NoUseBeforeInit, NoDereferenceAfterTeardown, PriorReadersComplete
 * expect: n/a SingleProvider, ConsistentSnapshot
 */
static ATOMIC_NOTIFIER_HEAD(chain);

__register int add(struct notifier_block *nb)
{
	return atomic_notifier_chain_register(&chain, nb);
}

__unregister void del(struct notifier_block *nb)
{
	atomic_notifier_chain_unregister(&chain, nb);
}

__irq void notify(void *data)
{
	atomic_notifier_call_chain(&chain, 1, data);
}

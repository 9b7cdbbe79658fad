/**
 * strategy: atomic-chain
 * title: unregistering from an atomic chain waits for who walks along it
 * expect: holds NoNullDereference, NoUseBeforeInit, NoDereferenceAfterTeardown, PriorReadersComplete, NoDeadlock
 * expect: n/a ConsistentSnapshot
 * expect weak: holds NoNullDereference, NoUseBeforeInit, NoDereferenceAfterTeardown, PriorReadersComplete
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

/**
 * strategy: srcu-chain
 * title: unregistering from a chain of SRCU waits for who walks along it, and may sleep
 * expect: holds NoNullDereference, NoUseBeforeInit, NoDereferenceAfterTeardown, PriorReadersComplete, NoDeadlock
 * expect: n/a ConsistentSnapshot
 * expect weak: holds NoNullDereference, NoUseBeforeInit, NoDereferenceAfterTeardown, PriorReadersComplete
 */
static SRCU_NOTIFIER_HEAD(chain);

__register int add(struct notifier_block *nb)
{
	return srcu_notifier_chain_register(&chain, nb);
}

__unregister void del(struct notifier_block *nb)
{
	srcu_notifier_chain_unregister(&chain, nb);
}

__task void notify(void *data)
{
	srcu_notifier_call_chain(&chain, 1, data);
}

/**
 * strategy: blocking-chain
 * title: unregistering from a blocking chain waits for its lock, and so for who walks along it
 * expect: holds NoNullDereference, NoUseBeforeInit, NoDereferenceAfterTeardown, PriorReadersComplete, NoDeadlock
 * expect: n/a ConsistentSnapshot
 * expect weak: holds NoNullDereference, NoUseBeforeInit, NoDereferenceAfterTeardown, PriorReadersComplete
 */
static BLOCKING_NOTIFIER_HEAD(chain);

__register int add(struct notifier_block *nb)
{
	return blocking_notifier_chain_register(&chain, nb);
}

__unregister void del(struct notifier_block *nb)
{
	blocking_notifier_chain_unregister(&chain, nb);
}

__task void notify(void *data)
{
	blocking_notifier_call_chain(&chain, 1, data);
}

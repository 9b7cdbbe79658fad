/**
 * strategy: raw-chain-no-wait
 * title: a raw chain waits for nobody
 * expect: violates NoDereferenceAfterTeardown, PriorReadersComplete
 */
static RAW_NOTIFIER_HEAD(chain);
static DEFINE_SPINLOCK(lock);

__register int add(struct notifier_block *nb)
{
	int err;

	spin_lock(&lock);
	err = raw_notifier_chain_register(&chain, nb);
	spin_unlock(&lock);
	return err;
}

__unregister void del(struct notifier_block *nb)
{
	spin_lock(&lock);
	raw_notifier_chain_unregister(&chain, nb);
	spin_unlock(&lock);
}

__irq void notify(void *data)
{
	rcu_read_lock();
	raw_notifier_call_chain(&chain, 1, data);
	rcu_read_unlock();
}

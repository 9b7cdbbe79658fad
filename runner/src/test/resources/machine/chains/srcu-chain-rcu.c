/**
 * strategy: srcu-chain-rcu
 * title: who walks along a raw chain in a section of RCU is not waited for by a domain of SRCU
 * expect: violates NoDereferenceAfterTeardown, PriorReadersComplete
 */
static RAW_NOTIFIER_HEAD(chain);
static DEFINE_MUTEX(lock);
DEFINE_STATIC_SRCU(domain);

__register int add(struct notifier_block *nb)
{
	int err;

	mutex_lock(&lock);
	err = raw_notifier_chain_register(&chain, nb);
	mutex_unlock(&lock);
	return err;
}

__unregister void del(struct notifier_block *nb)
{
	mutex_lock(&lock);
	raw_notifier_chain_unregister(&chain, nb);
	mutex_unlock(&lock);
	synchronize_srcu(&domain);
}

__irq void notify(void *data)
{
	rcu_read_lock();
	raw_notifier_call_chain(&chain, 1, data);
	rcu_read_unlock();
}

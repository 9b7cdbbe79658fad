/**
 * strategy: device-by-address
 * title: pointers to a global struct lead to its members and its lock
 * expect: holds NoNullDereference, NoUseBeforeInit, NoDereferenceAfterTeardown, PriorReadersComplete, NoDeadlock
 * expect weak: holds NoNullDereference, NoUseBeforeInit, NoDereferenceAfterTeardown, PriorReadersComplete, NoDeadlock
 */
struct packet;

typedef int (receive_t)(struct packet **packet);

struct statistics {
	unsigned long dropped;
};

struct device {
	raw_spinlock_t lock;
	receive_t __rcu *receive;
	void __rcu *data;
	struct statistics stats;
};

static struct device dev0 = {
	.lock = __RAW_SPIN_LOCK_UNLOCKED(dev0.lock),
	.stats = { .dropped = 0 },
};

static inline struct device *to_device(void *data)
{
	return data;
}

static int attach(struct device *dev, receive_t *receive, void *data)
{
	int err = 0;

	raw_spin_lock_irq(&dev->lock);
	if (dev0.receive) {
		err = -EBUSY;
		goto unlock;
	}
	rcu_assign_pointer(dev->data, data);
	rcu_assign_pointer(dev->receive, receive);
unlock:
	raw_spin_unlock_irq(&dev->lock);
	return err;
}

__register int reg(receive_t receive, void *data)
{
	return attach(&dev0, receive, data);
}

__unregister void unreg(void)
{
	struct device *dev;

	dev = &dev0;
	raw_spin_lock_irq(&dev->lock);
	RCU_INIT_POINTER(dev->receive, NULL);
	raw_spin_unlock_irq(&dev0.lock);
	synchronize_rcu();
}

static int receive(void *data, struct packet *packet)
{
	struct device *dev = to_device(data);
	receive_t *receive = rcu_dereference(dev->receive);
	struct statistics *stats = &dev->stats;

	if (receive)
		return (*receive)(&packet);
	return READ_ONCE(stats->dropped);
}

__softirq void reader(struct device *dev)
{
	rcu_read_lock();
	receive(dev, NULL);
	rcu_read_unlock();
}

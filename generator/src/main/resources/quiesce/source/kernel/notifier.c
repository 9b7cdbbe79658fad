// include/linux/notifier.h, kernel/notifier.c: the head of each kind has a chain in it, in place of a pointer to pointer
struct notifier_block {
	int (*notifier_call)(struct notifier_block *nb, unsigned long action, void *data);
	struct notifier_block *next;
	int priority;
};

struct raw_notifier_head {
	struct notifier_block *head;
};

struct atomic_notifier_head {
	spinlock_t lock;
	struct raw_notifier_head chain;
};

struct blocking_notifier_head {
	struct rw_semaphore rwsem;
	struct raw_notifier_head chain;
};

// Only a chain has a domain that is a member. What is in it is the kernel's.
struct srcu_struct {
	int domain;
};

struct srcu_notifier_head {
	struct mutex mutex;
	struct srcu_struct srcu;
	struct raw_notifier_head chain;
};

// The order is left open, as priorities are up to those who register: any answer each time, signals apart.
bool notifier_precedes(void)
{
	return signal_pending(current);
}

int notifier_chain_register(struct raw_notifier_head *nh, struct notifier_block *n, bool unique)
{
	struct notifier_block *last = NULL;
	struct notifier_block *at = nh->head;

	while (at) {
		if (at == n) {
			WARN_ON(1);
			return -EEXIST;
		}
		if (notifier_precedes())
			break;
		if (unique && notifier_precedes())
			return -EBUSY;
		last = at;
		at = at->next;
	}
	n->next = at;
	if (last)
		rcu_assign_pointer(last->next, n);
	else
		rcu_assign_pointer(nh->head, n);
	return 0;
}

int notifier_chain_unregister(struct raw_notifier_head *nh, struct notifier_block *n)
{
	struct notifier_block *last = NULL;
	struct notifier_block *at = nh->head;

	while (at) {
		if (at == n) {
			if (last)
				rcu_assign_pointer(last->next, n->next);
			else
				rcu_assign_pointer(nh->head, n->next);
			return 0;
		}
		last = at;
		at = at->next;
	}
	return -ENOENT;
}

int notifier_call_chain(struct raw_notifier_head *nh, unsigned long val, void *v)
{
	int ret = NOTIFY_DONE;
	struct notifier_block *nb = rcu_dereference_raw(nh->head);
	struct notifier_block *next;

	while (nb) {
		next = rcu_dereference_raw(nb->next);
		ret = nb->notifier_call(nb, val, v);
		if (ret & NOTIFY_STOP_MASK)
			break;
		nb = next;
	}
	return ret;
}

int atomic_notifier_chain_register(struct atomic_notifier_head *nh, struct notifier_block *n)
{
	unsigned long flags;
	int ret;

	spin_lock_irqsave(&nh->lock, flags);
	ret = notifier_chain_register(&nh->chain, n, false);
	spin_unlock_irqrestore(&nh->lock, flags);
	return ret;
}

int atomic_notifier_chain_register_unique_prio(struct atomic_notifier_head *nh, struct notifier_block *n)
{
	unsigned long flags;
	int ret;

	spin_lock_irqsave(&nh->lock, flags);
	ret = notifier_chain_register(&nh->chain, n, true);
	spin_unlock_irqrestore(&nh->lock, flags);
	return ret;
}

int atomic_notifier_chain_unregister(struct atomic_notifier_head *nh, struct notifier_block *n)
{
	unsigned long flags;
	int ret;

	spin_lock_irqsave(&nh->lock, flags);
	ret = notifier_chain_unregister(&nh->chain, n);
	spin_unlock_irqrestore(&nh->lock, flags);
	synchronize_rcu();
	return ret;
}

int atomic_notifier_call_chain(struct atomic_notifier_head *nh, unsigned long val, void *v)
{
	int ret;

	rcu_read_lock();
	ret = notifier_call_chain(&nh->chain, val, v);
	rcu_read_unlock();
	return ret;
}

bool atomic_notifier_call_chain_is_empty(struct atomic_notifier_head *nh)
{
	return !rcu_access_pointer(nh->chain.head);
}

int blocking_notifier_chain_register(struct blocking_notifier_head *nh, struct notifier_block *n)
{
	int ret;

	down_write(&nh->rwsem);
	ret = notifier_chain_register(&nh->chain, n, false);
	up_write(&nh->rwsem);
	return ret;
}

int blocking_notifier_chain_register_unique_prio(struct blocking_notifier_head *nh, struct notifier_block *n)
{
	int ret;

	down_write(&nh->rwsem);
	ret = notifier_chain_register(&nh->chain, n, true);
	up_write(&nh->rwsem);
	return ret;
}

int blocking_notifier_chain_unregister(struct blocking_notifier_head *nh, struct notifier_block *n)
{
	int ret;

	down_write(&nh->rwsem);
	ret = notifier_chain_unregister(&nh->chain, n);
	up_write(&nh->rwsem);
	return ret;
}

// An empty chain is found without the lock; who looks again finds it with it.
int blocking_notifier_call_chain(struct blocking_notifier_head *nh, unsigned long val, void *v)
{
	int ret = NOTIFY_DONE;

	if (rcu_access_pointer(nh->chain.head)) {
		down_read(&nh->rwsem);
		ret = notifier_call_chain(&nh->chain, val, v);
		up_read(&nh->rwsem);
	}
	return ret;
}

int srcu_notifier_chain_register(struct srcu_notifier_head *nh, struct notifier_block *n)
{
	int ret;

	mutex_lock(&nh->mutex);
	ret = notifier_chain_register(&nh->chain, n, false);
	mutex_unlock(&nh->mutex);
	return ret;
}

int srcu_notifier_chain_unregister(struct srcu_notifier_head *nh, struct notifier_block *n)
{
	int ret;

	mutex_lock(&nh->mutex);
	ret = notifier_chain_unregister(&nh->chain, n);
	mutex_unlock(&nh->mutex);
	synchronize_srcu(&nh->srcu);
	return ret;
}

int srcu_notifier_call_chain(struct srcu_notifier_head *nh, unsigned long val, void *v)
{
	int ret;
	int idx;

	idx = srcu_read_lock(&nh->srcu);
	ret = notifier_call_chain(&nh->chain, val, v);
	srcu_read_unlock(&nh->srcu, idx);
	return ret;
}

// Who calls these holds a lock, or does not.
int raw_notifier_chain_register(struct raw_notifier_head *nh, struct notifier_block *n)
{
	return notifier_chain_register(nh, n, false);
}

int raw_notifier_chain_unregister(struct raw_notifier_head *nh, struct notifier_block *n)
{
	return notifier_chain_unregister(nh, n);
}

int raw_notifier_call_chain(struct raw_notifier_head *nh, unsigned long val, void *v)
{
	return notifier_call_chain(nh, val, v);
}

int notifier_from_errno(int err)
{
	if (err)
		return NOTIFY_STOP_MASK | (NOTIFY_OK - err);
	return NOTIFY_OK;
}

int notifier_to_errno(int ret)
{
	ret &= ~NOTIFY_STOP_MASK;
	return ret > NOTIFY_OK ? NOTIFY_OK - ret : 0;
}

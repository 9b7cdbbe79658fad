// include/linux/percpu-refcount.h, lib/percpu-refcount.c: after a kill, RCU drops the initial reference; where the counts of
// the CPUs are added up already, it is dropped at once, and nobody may rely on a grace period. What is not initialised is an oops
struct percpu_ref {
	refcount_t count;
	bool dead;
	bool ready;
	struct rcu_head rcu;
};

int percpu_ref_setup(struct percpu_ref *ref, void (*release)(struct percpu_ref *), unsigned int flags)
{
	bool dead = flags & PERCPU_REF_INIT_DEAD;

	if (signal_pending(current))
		return -ENOMEM;
	refcount_set(&ref->count, !dead);
	WRITE_ONCE(ref->dead, dead);
	WRITE_ONCE(ref->ready, true);
	return 0;
}

// The memory of the counts is gone. Only the initial reference may be left, of one that was never killed.
void percpu_ref_exit(struct percpu_ref *ref)
{
	WARN_ON(refcount_read(&ref->count) > !READ_ONCE(ref->dead));
	WRITE_ONCE(ref->ready, false);
	WRITE_ONCE(ref->dead, true);
}

void percpu_ref_get(struct percpu_ref *ref)
{
	refcount_inc(&ref->count);
}

bool percpu_ref_tryget(struct percpu_ref *ref)
{
	if (WARN_ON(!READ_ONCE(ref->ready)))
		return false;
	return refcount_inc_not_zero(&ref->count);
}

bool percpu_ref_tryget_live_rcu(struct percpu_ref *ref)
{
	if (READ_ONCE(ref->dead) || WARN_ON(!READ_ONCE(ref->ready)))
		return false;
	return refcount_inc_not_zero(&ref->count);
}

bool percpu_ref_tryget_live(struct percpu_ref *ref)
{
	bool got;

	rcu_read_lock();
	got = percpu_ref_tryget_live_rcu(ref);
	rcu_read_unlock();
	return got;
}

void percpu_ref_put(struct percpu_ref *ref)
{
	if (refcount_dec_and_test(&ref->count))
		percpu_ref_release(ref);
}

void percpu_ref_switch_to_atomic_rcu(struct rcu_head *rcu)
{
	percpu_ref_put(container_of(rcu, struct percpu_ref, rcu));
}

void percpu_ref_kill(struct percpu_ref *ref)
{
	if (WARN_ON(READ_ONCE(ref->dead)))
		return;
	WRITE_ONCE(ref->dead, true);
	if (signal_pending(current))
		percpu_ref_put(ref);
	else
		call_rcu(&ref->rcu, percpu_ref_switch_to_atomic_rcu);
}

bool percpu_ref_is_dying(struct percpu_ref *ref)
{
	return READ_ONCE(ref->dead);
}

bool percpu_ref_is_zero(struct percpu_ref *ref)
{
	return READ_ONCE(ref->dead) && !refcount_read(&ref->count);
}

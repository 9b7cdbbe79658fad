/**
 * strategy: object-lock-allocated-only
 * title: memory is allocated with a lock in it, which nobody initialises
 * expect: violates NoUseBeforeInit
 * expect tso: violates NoUseBeforeInit
 */
struct counter {
	spinlock_t lock;
	bool on;
	void (*f)(void);
};

static struct counter *current_counter;

__register struct counter *reg(void (*f)(void))
{
	struct counter *c = kmalloc(sizeof(*c), GFP_KERNEL);

	if (!c)
		return NULL;
	c->on = true;
	c->f = f;
	smp_store_release(&current_counter, c);
	return c;
}

__unregister void unreg(struct counter *c)
{
	WRITE_ONCE(current_counter, NULL);
	spin_lock(&c->lock);
	c->on = false;
	spin_unlock(&c->lock);
	synchronize_rcu();
	kfree(c);
}

__task void call(void)
{
	struct counter *c;

	rcu_read_lock();
	c = smp_load_acquire(&current_counter);
	if (c) {
		spin_lock(&c->lock);
		if (c->on)
			c->f();
		spin_unlock(&c->lock);
	}
	rcu_read_unlock();
}

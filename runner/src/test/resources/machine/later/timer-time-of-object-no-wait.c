/**
 * strategy: timer-time-of-object-no-wait
 * title: when a timer is to run is read from an object that may be gone
 * expect: violates NoDereferenceAfterTeardown, PriorReadersComplete
 * expect weak: violates NoDereferenceAfterTeardown
 */
struct gadget {
	void (*poll)(struct gadget *g);
	int delay;
};

static struct gadget *current_gadget;
static struct timer_list timer;

static void expired(struct timer_list *t)
{
}

__softirq void rearm(void)
{
	struct gadget *g;

	rcu_read_lock();
	g = rcu_dereference(current_gadget);
	if (g)
		mod_timer(&timer, jiffies + g->delay);
	rcu_read_unlock();
}

__register void gadget_add(struct gadget *g)
{
	timer_setup(&timer, expired, 0);
	g->delay = 1;
	rcu_assign_pointer(current_gadget, g);
}

__unregister void gadget_remove(struct gadget *g)
{
	rcu_assign_pointer(current_gadget, NULL);
	timer_delete_sync(&timer);
}

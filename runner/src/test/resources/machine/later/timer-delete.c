/**
 * strategy: timer-delete
 * title: timer_delete() does not
 * expect: violates NoDereferenceAfterTeardown, PriorReadersComplete
 * expect weak: violates NoDereferenceAfterTeardown, PriorReadersComplete
 */
struct callbacks {
	void (*bark)(void);
};

static struct callbacks *ops;
static struct timer_list watchdog;

static void expired(struct timer_list *t)
{
	struct callbacks *o = READ_ONCE(ops);

	if (o)
		o->bark();
}

__register void reg(struct callbacks *cbs)
{
	smp_store_release(&ops, cbs);
	timer_setup(&watchdog, expired, 0);
	mod_timer(&watchdog, jiffies + HZ);
}

__unregister void unreg(struct callbacks *cbs)
{
	timer_delete(&watchdog);
	WRITE_ONCE(ops, NULL);
}

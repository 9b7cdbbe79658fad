/**
 * strategy: timer-delete-sync
 * title: timer_delete_sync() waits for a run in progress
 * expect: holds NoNullDereference, NoUseBeforeInit, NoDereferenceAfterTeardown, PriorReadersComplete, NoDeadlock, UnregisterCompletes
 * expect weak: holds NoNullDereference, NoUseBeforeInit, NoDereferenceAfterTeardown, PriorReadersComplete, NoDeadlock
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
	WRITE_ONCE(ops, cbs);
	timer_setup(&watchdog, expired, 0);
	mod_timer(&watchdog, jiffies + HZ);
}

__unregister void unreg(struct callbacks *cbs)
{
	timer_delete_sync(&watchdog);
	WRITE_ONCE(ops, NULL);
}

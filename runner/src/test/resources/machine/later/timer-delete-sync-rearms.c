/**
 * strategy: timer-delete-sync-rearms
 * title: a function that arms its own timer is deleted all the same
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
	mod_timer(t, jiffies + HZ);}

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

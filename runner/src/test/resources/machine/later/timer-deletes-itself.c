/**
 * strategy: timer-deletes-itself
 * title: timer_delete_sync() in the timer's own function waits for itself
 * expect: violates NoDeadlock, UnregisterCompletes, ReadersComplete
 * expect weak: violates NoDeadlock, UnregisterCompletes, ReadersComplete
 */
struct callbacks {
	void (*f)(void);
};

static bool told;
static struct timer_list timer;

static void expired(struct timer_list *t)
{
	WRITE_ONCE(told, true);
	timer_delete_sync(t);
}

__register void reg(struct callbacks *cbs)
{
	timer_setup(&timer, expired, 0);
	mod_timer(&timer, jiffies);
}

__unregister void unreg(struct callbacks *cbs)
{
	timer_delete_sync(&timer);
	WRITE_ONCE(told, false);
}

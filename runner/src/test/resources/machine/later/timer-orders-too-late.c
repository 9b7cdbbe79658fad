/**
 * strategy: timer-orders-too-late
 * title: what is stored after that need not be
 * expect: violates NoWarning
 * expect weak: violates NoWarning
 */
struct callbacks {
	void (*f)(void);
};

static bool told;
static struct timer_list timer;

static void expired(struct timer_list *t)
{
	WARN_ON(!READ_ONCE(told));
}

__register void reg(void)
{
	timer_setup(&timer, expired, 0);
	mod_timer(&timer, jiffies);
	WRITE_ONCE(told, true);
}

__unregister void unreg(void)
{
	timer_delete_sync(&timer);
	WRITE_ONCE(told, false);
}

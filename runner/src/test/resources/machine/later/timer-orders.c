/**
 * strategy: timer-orders
 * title: what is stored before a timer is armed is there when it runs
 * expect: holds NoWarning
 * expect weak: holds NoWarning
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
	told = true;
	timer_setup(&timer, expired, 0);
	mod_timer(&timer, jiffies);
}

__unregister void unreg(void)
{
	timer_delete_sync(&timer);
	WRITE_ONCE(told, false);
}

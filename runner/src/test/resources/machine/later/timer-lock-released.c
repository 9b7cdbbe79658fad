/**
 * strategy: timer-lock-released
 * title: once the lock is released it ends
 * expect: holds NoDeadlock, UnregisterCompletes
 * expect weak: holds NoDeadlock
 */
struct callbacks {
	void (*f)(void);
};

static bool told;
static DEFINE_SPINLOCK(lock);
static struct timer_list timer;

static void expired(struct timer_list *t)
{
	spin_lock(&lock);
	WRITE_ONCE(told, true);
	spin_unlock(&lock);
}

__register void reg(void)
{
	timer_setup(&timer, expired, 0);
	mod_timer(&timer, jiffies);
}

__unregister void unreg(void)
{
	spin_lock_bh(&lock);
	spin_unlock_bh(&lock);
	timer_delete_sync(&timer);
	WRITE_ONCE(told, false);
}

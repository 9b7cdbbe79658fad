/**
 * strategy: timer-lock-held
 * title: timer_delete_sync() with a lock that the timer's function takes waits for ever
 * expect: violates NoDeadlock, UnregisterCompletes, ReadersComplete
 * expect weak: violates NoDeadlock, UnregisterCompletes, ReadersComplete
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
	timer_delete_sync(&timer);
	spin_unlock_bh(&lock);
	WRITE_ONCE(told, false);
}

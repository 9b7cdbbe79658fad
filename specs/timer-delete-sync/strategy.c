/**
 * strategy: timer-delete-sync
 * title: a timer whose function is waited for before its memory is freed
 * group: timers and RCU callbacks
 * question: Is the function done when timer_delete_sync() has returned?
 * source: kernel/time/timer.c, on timer_delete_sync()
 * expect: holds NoNullDereference, NoUseBeforeInit,
 *     NoDereferenceAfterTeardown, PriorReadersComplete, NoDeadlock,
 *     UnregisterCompletes
 * expect: n/a ReadersObserveNullAfterGracePeriod, ConsistentSnapshot,
 *     SingleProvider, NoWarning, ReadersComplete
 */
struct watchdog {
	struct timer_list timer;
	void (*bark)(void);
};

static void watchdog_expired(struct timer_list *t)
{
	struct watchdog *dog = timer_container_of(dog, t, timer);

	dog->bark();
}

__register struct watchdog *watchdog_start(void (*bark)(void))
{
	struct watchdog *dog = kzalloc(sizeof(*dog), GFP_KERNEL);

	if (!dog)
		return NULL;
	dog->bark = bark;
	timer_setup(&dog->timer, watchdog_expired, 0);
	mod_timer(&dog->timer, jiffies + HZ);
	return dog;
}

__unregister void watchdog_stop(struct watchdog *dog)
{
	timer_delete_sync(&dog->timer);
	kfree(dog);
}

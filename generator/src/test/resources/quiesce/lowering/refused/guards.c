struct hook {
	spinlock_t lock;
	void (*call)(void);
};
static struct hook *hook;
static DEFINE_MUTEX(mutex);
static bool on;

__register void add(struct hook *h)
{
	WRITE_ONCE(hook, h);
}

__unregister void del(struct hook *h)
{
	WRITE_ONCE(hook, NULL);
	synchronize_rcu();
}

__task void out_by_goto(void)
{
	guard(mutex)(&mutex);
	if (on)
		goto out;
	on = true;
out:
	on = false;
}

__task void looked_up(void)
{
	guard(spinlock)(&hook->lock);
	on = true;
}

__irq void sleeps(void)
{
	guard(mutex)(&mutex);
	on = true;
}

__task void of_another_type(void)
{
	guard(spinlock)(&mutex);
	on = true;
}

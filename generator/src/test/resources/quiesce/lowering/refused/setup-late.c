struct link {
	struct work_struct work;
	void (*up)(struct link *l);
};

static struct link __rcu *cur;
static struct timer_list timer;
static spinlock_t lock;

static void link_work(struct work_struct *w)
{
	struct link *l = container_of(w, struct link, work);

	l->up(l);
	mod_timer(&timer, jiffies);
}

static void tick(struct timer_list *t)
{
}

__irq void interrupt(void)
{
	struct link *l;

	rcu_read_lock();
	l = rcu_dereference(cur);
	if (l) {
		spin_lock(&lock);
		schedule_work(&l->work);
		spin_unlock(&lock);
	}
	rcu_read_unlock();
}

__register void attach(struct link *l)
{
	rcu_assign_pointer(cur, l);
	INIT_WORK(&l->work, link_work);
	timer_setup(&timer, tick, 0);
	spin_lock_init(&lock);
}

__unregister void detach(struct link *l)
{
	RCU_INIT_POINTER(cur, NULL);
	synchronize_rcu();
	cancel_work_sync(&l->work);
	timer_delete_sync(&timer);
}

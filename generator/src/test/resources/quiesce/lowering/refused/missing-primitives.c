struct callbacks {
	void (*f)(void);
	struct callback_head rcu;
};

struct callbacks *ptr;
unsigned long flags;

static void free_rcu(struct callback_head *head)
{
	kfree(container_of(head, struct callbacks, rcu));
}

static int init(struct callbacks *cbs, void (*call)(void))
{
	lockdep_is_held(&flags);
	call();
	WRITE_ONSE(ptr, cbs);
	set_bit(0, &flags);
	set_bit(1, &flags);
	return unknown();
}
module_init(init);

static void complete(int n)
{
	if (n)
		complete(n - 1);
}

static void exit(void)
{
	void (*wake_up)(void) = READ_ONCE(ptr)->f;

	call_rcu_tasks(&ptr->rcu, free_rcu);
	call_rcu_tasks(&ptr->rcu, free_rcu);
	wake_up();
	complete(1);
	unknown();
	rcu_barrier_tasks();
}
module_exit(exit);

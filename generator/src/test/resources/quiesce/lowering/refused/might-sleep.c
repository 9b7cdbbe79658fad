struct cbs {
	void (*call)(void);
};

struct cbs *ptr;
DEFINE_MUTEX(lock);

__register void reg(struct cbs *cbs)
{
	rcu_assign_pointer(ptr, cbs);
}

__unregister void unreg(struct cbs *cbs)
{
	might_sleep();
	preempt_disable();
	might_sleep();
	preempt_enable();
	rcu_assign_pointer(ptr, NULL);
}

__irq void handle(void)
{
	might_sleep();
}

struct ops {
	void (*event)(void);
	struct completion done;
};
static struct ops *ptr;
static struct rcu_work timer;
__register void reg(struct ops *ops)
{
	init_completion(&ops->done);
	queue_rcu_work(&timer, jiffies);
	WRITE_ONCE(ptr, ops);
}
__unregister void unreg(struct ops *ops)
{
	wait_for_completion(&ops->done);
}
__irq void r(void)
{
	complete(&ptr->done);
}

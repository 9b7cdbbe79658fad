/**
 * strategy: module-tasklet
 * title: a tasklet is killed when nobody can schedule it any more
 * expect: holds NoDereferenceAfterTeardown, NoDeadlock, UnregisterCompletes
 */
static bool on;
static int packets;
static void receive(struct tasklet_struct *t);
static DECLARE_TASKLET(rx, receive);

static void receive(struct tasklet_struct *t)
{
	packets++;
}

__irq void interrupt(void)
{
	if (READ_ONCE(on))
		tasklet_schedule(&rx);
}

static int __init later_init(void)
{
	WRITE_ONCE(on, true);
	return 0;
}
module_init(later_init);

static void __exit later_exit(void)
{
	WRITE_ONCE(on, false);
	synchronize_rcu();
	tasklet_kill(&rx);
}
module_exit(later_exit);

/**
 * strategy: wait-event-woken-first
 * title: a wake-up before the condition is true may be lost
 * expect: violates NoDeadlock, UnregisterCompletes
 * expect weak: violates NoDeadlock
 */
struct callbacks {
	void (*refresh)(void);
};

static struct callbacks *ops;
static bool done;
static DECLARE_WAIT_QUEUE_HEAD(queue);
static void work(struct work_struct *w);
static DECLARE_WORK(item, work);

static void work(struct work_struct *w)
{
	struct callbacks *o = READ_ONCE(ops);

	if (o)
		o->refresh();
	wake_up(&queue);
	smp_store_release(&done, true);
}

__register void reg(struct callbacks *cbs)
{
	WRITE_ONCE(done, false);
	WRITE_ONCE(ops, cbs);
	schedule_work(&item);
}

__unregister void unreg(struct callbacks *cbs)
{
	wait_event(queue, smp_load_acquire(&done));
	WRITE_ONCE(ops, NULL);
}

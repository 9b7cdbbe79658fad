/**
 * strategy: wait-event-interruptible
 * title: a signal ends the wait
 * expect: violates NoDereferenceAfterTeardown, PriorReadersComplete
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
	smp_store_release(&done, true);
	wake_up(&queue);
}

__register void reg(struct callbacks *cbs)
{
	WRITE_ONCE(done, false);
	WRITE_ONCE(ops, cbs);
	schedule_work(&item);
}

__unregister void unreg(struct callbacks *cbs)
{
	wait_event_interruptible(queue, smp_load_acquire(&done));
	WRITE_ONCE(ops, NULL);
}

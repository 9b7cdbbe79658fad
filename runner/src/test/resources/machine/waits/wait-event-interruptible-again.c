/**
 * strategy: wait-event-interruptible-again
 * title: who was interrupted waits again, without signals
 * expect: holds NoNullDereference, NoUseBeforeInit, NoDereferenceAfterTeardown, PriorReadersComplete, NoDeadlock, UnregisterCompletes
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
	wake_up_interruptible(&queue);
}

__register void reg(struct callbacks *cbs)
{
	WRITE_ONCE(done, false);
	WRITE_ONCE(ops, cbs);
	schedule_work(&item);
}

__unregister void unreg(struct callbacks *cbs)
{
	if (wait_event_interruptible(queue, smp_load_acquire(&done)))
		flush_work(&item);
	WRITE_ONCE(ops, NULL);
}

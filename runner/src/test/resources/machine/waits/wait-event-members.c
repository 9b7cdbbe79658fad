/**
 * strategy: wait-event-members
 * title: a queue and what is waited for are members of a device, which a work item waits for
 * expect: holds NoNullDereference, NoUseBeforeInit, NoDereferenceAfterTeardown, PriorReadersComplete, NoDeadlock, UnregisterCompletes
 * expect weak: holds NoNullDereference, NoUseBeforeInit, NoDereferenceAfterTeardown, PriorReadersComplete, NoDeadlock
 */
struct callbacks {
	void (*refresh)(void);
};

struct device {
	wait_queue_head_t wait;
	struct work_struct work;
	struct callbacks *ops;
	bool ready;
};

static struct device dev;

static void refresh(struct work_struct *work)
{
	struct device *d = container_of(work, struct device, work);

	wait_event(d->wait, smp_load_acquire(&d->ready));
	d->ops->refresh();
}

__register void reg(struct callbacks *cbs)
{
	struct device *d = &dev;

	init_waitqueue_head(&d->wait);
	INIT_WORK(&d->work, refresh);
	WRITE_ONCE(d->ready, false);
	schedule_work(&d->work);
	WRITE_ONCE(d->ops, cbs);
	smp_store_release(&d->ready, true);
	wake_up(&d->wait);
}

__unregister void unreg(struct callbacks *cbs)
{
	cancel_work_sync(&dev.work);
}

/**
 * strategy: wait-event-timeout-again
 * title: who gives up and waits again has waited in the end
 * expect: holds NoNullDereference, NoUseBeforeInit, NoDereferenceAfterTeardown, PriorReadersComplete, UnregisterCompletes
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
	while (wait_event_timeout(queue, smp_load_acquire(&done), HZ) == 0)
		cpu_relax();
	WRITE_ONCE(ops, NULL);
}

/**
 * strategy: work-flush-requeues
 * title: flush_work() does not wait for what the work queues
 * expect: violates NoDereferenceAfterTeardown, PriorReadersComplete
 * expect weak: violates NoDereferenceAfterTeardown, PriorReadersComplete
 */
struct callbacks {
	void (*refresh)(void);
};

static struct callbacks *ops;
static void work(struct work_struct *w);
static DECLARE_WORK(item, work);

static void work(struct work_struct *w)
{
	struct callbacks *o = READ_ONCE(ops);

	if (o)
		o->refresh();
	schedule_work(w);}

__register void reg(struct callbacks *cbs)
{
	smp_store_release(&ops, cbs);
	schedule_work(&item);
}

__unregister void unreg(struct callbacks *cbs)
{
	flush_work(&item);
	WRITE_ONCE(ops, NULL);
}

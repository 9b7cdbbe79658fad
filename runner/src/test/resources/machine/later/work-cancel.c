/**
 * strategy: work-cancel
 * title: cancel_work() does not
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
}

__register void reg(struct callbacks *cbs)
{
	smp_store_release(&ops, cbs);
	schedule_work(&item);
}

__unregister void unreg(struct callbacks *cbs)
{
	cancel_work(&item);
	WRITE_ONCE(ops, NULL);
}

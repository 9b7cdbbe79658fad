/**
 * strategy: completion
 * title: a work item that has completed has used the callbacks
 * expect: holds NoNullDereference, NoUseBeforeInit, NoDereferenceAfterTeardown, PriorReadersComplete, UnregisterCompletes
 */
struct callbacks {
	void (*refresh)(void);
};

static struct callbacks *ops;
static DECLARE_COMPLETION(done);
static void work(struct work_struct *w);
static DECLARE_WORK(item, work);

static void work(struct work_struct *w)
{
	struct callbacks *o = READ_ONCE(ops);

	if (o)
		o->refresh();
	complete(&done);
}

__register void reg(struct callbacks *cbs)
{
	reinit_completion(&done);
	WRITE_ONCE(ops, cbs);
	schedule_work(&item);
}

__unregister void unreg(struct callbacks *cbs)
{
	wait_for_completion(&done);
	WRITE_ONCE(ops, NULL);
}

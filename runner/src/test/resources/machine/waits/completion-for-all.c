/**
 * strategy: completion-for-all
 * title: a completion for all is taken back before the next work
 * expect: holds NoNullDereference, NoUseBeforeInit, NoDereferenceAfterTeardown, PriorReadersComplete, UnregisterCompletes
 * expect: violates ReadersComplete
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
	complete_all(&done);
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

__task void other(void)
{
	wait_for_completion(&done);
}

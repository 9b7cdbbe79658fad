/**
 * strategy: object-work-frees-itself
 * title: the function of a work item frees what the item is in
 * expect: holds NoNullDereference, NoUseBeforeInit, NoDereferenceAfterTeardown, PriorReadersComplete
 */
struct job {
	void (*done)(void);
	struct work_struct work;
};


static void run(struct work_struct *work)
{
	struct job *j = container_of(work, struct job, work);

	kfree(j);
}

__register int job_start(void (*done)(void))
{
	struct job *j = kmalloc(sizeof(*j), GFP_KERNEL);

	if (!j)
		return -ENOMEM;
	j->done = done;
	INIT_WORK(&j->work, run);
	schedule_work(&j->work);
	return 0;
}

__unregister void job_stop(void)
{
	might_sleep();
}

struct job {
	struct delayed_work work;
	void (*f)(void);
};
static int delay;
static void run(struct work_struct *w);
static DECLARE_DELAYED_WORK(work, run);
static void run(struct work_struct *w)
{
	schedule_delayed_work(&work, delay++);
	schedule_delayed_work(&work, wait_for());
}
static int __init job_init(void)
{
	int queued = flush_delayed_work(&work);

	mod_delayed_work(system_wq, &work);
	return queued;
}
module_init(job_init);
static void __exit job_exit(void)
{
	cancel_delayed_work_sync(&work);
}
module_exit(job_exit);

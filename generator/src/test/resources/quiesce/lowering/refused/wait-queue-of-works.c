struct callbacks {
	void (*f)(void);
	struct work_struct work;
};

static struct callbacks *ptr;
static bool done;
static DECLARE_WAIT_QUEUE_HEAD(queue);

static void run(struct work_struct *w)
{
	struct callbacks *cbs = container_of(w, struct callbacks, work);

	wait_event(queue, READ_ONCE(done));
	cbs->f();
}

__register void reg(struct callbacks *cbs)
{
	INIT_WORK(&cbs->work, run);
	schedule_work(&cbs->work);
}

__unregister void unreg(struct callbacks *cbs)
{
	WRITE_ONCE(done, true);
	wake_up(&queue);
	cancel_work_sync(&cbs->work);
}

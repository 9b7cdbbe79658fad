/**
 * strategy: module-queue-delayed
 * title: delayed work is cancelled before its queue is destroyed
 * expect: holds NoDereferenceAfterTeardown, NoWarning, NoDeadlock, UnregisterCompletes
 * expect weak: holds NoDereferenceAfterTeardown, NoWarning, NoDeadlock, UnregisterCompletes
 */
static struct workqueue_struct *wq;
static int seen;

static void work(struct work_struct *w)
{
	WRITE_ONCE(seen, 1);
	queue_delayed_work(wq, to_delayed_work(w), HZ);
}
static DECLARE_DELAYED_WORK(item, work);

static int __init queue_init(void)
{
	wq = create_singlethread_workqueue("queue");
	if (!wq)
		return -ENOMEM;
	queue_delayed_work(wq, &item, HZ);
	return 0;
}
module_init(queue_init);

static void __exit queue_exit(void)
{
	cancel_delayed_work_sync(&item);
	destroy_workqueue(wq);
}
module_exit(queue_exit);

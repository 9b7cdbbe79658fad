/**
 * strategy: module-queue-delayed-left
 * title: the time of delayed work may not have come when its queue is destroyed
 * expect: violates NoDereferenceAfterTeardown
 * expect weak: violates NoDereferenceAfterTeardown
 */
static struct workqueue_struct *wq;
static int seen;

static void work(struct work_struct *w)
{
	WRITE_ONCE(seen, 1);
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
	destroy_workqueue(wq);
}
module_exit(queue_exit);

/**
 * strategy: module-queue-drained
 * title: a workqueue may be used again once it has been drained
 * expect: holds NoDereferenceAfterTeardown, NoWarning, NoDeadlock, UnregisterCompletes
 * expect weak: holds NoDereferenceAfterTeardown, NoWarning, NoDeadlock, UnregisterCompletes
 */
static struct workqueue_struct *wq;
static int seen;

static void second(struct work_struct *w)
{
	WRITE_ONCE(seen, 1);
}
static DECLARE_WORK(second_work, second);

static void first(struct work_struct *w)
{
	queue_work(wq, &second_work);
}
static DECLARE_WORK(first_work, first);

static int __init queue_init(void)
{
	wq = alloc_workqueue("queue", 0, 2);
	if (!wq)
		return -ENOMEM;
	queue_work(wq, &first_work);
	return 0;
}
module_init(queue_init);

static void __exit queue_exit(void)
{
	drain_workqueue(wq);
	queue_work(wq, &second_work);
	destroy_workqueue(wq);
}
module_exit(queue_exit);

/**
 * strategy: module-queue-too-early
 * title: a module destroys its workqueue before its timer
 * expect: violates NoDereferenceAfterTeardown, NoWarning
 * expect weak: violates NoDereferenceAfterTeardown, NoWarning
 */
static struct workqueue_struct *wq;
static int seen;

static void work(struct work_struct *w)
{
	WRITE_ONCE(seen, 1);
}
static DECLARE_WORK(item, work);

static void expired(struct timer_list *t)
{
	queue_work(wq, &item);
	mod_timer(t, jiffies + HZ);
}
static DEFINE_TIMER(timer, expired);

static int __init queue_init(void)
{
	wq = alloc_workqueue("%s", WQ_UNBOUND | WQ_HIGHPRI, 0, "queue");
	if (!wq)
		return -ENOMEM;
	mod_timer(&timer, jiffies + HZ);
	return 0;
}
module_init(queue_init);

static void __exit queue_exit(void)
{
	destroy_workqueue(wq);
	timer_shutdown_sync(&timer);
}
module_exit(queue_exit);

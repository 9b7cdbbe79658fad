/**
 * strategy: module-queue
 * title: a module destroys its workqueue after its timer
 * expect: holds NoDereferenceAfterTeardown, NoWarning, NoDeadlock, UnregisterCompletes
 * expect weak: holds NoDereferenceAfterTeardown, NoWarning, NoDeadlock, UnregisterCompletes
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
	timer_shutdown_sync(&timer);
	destroy_workqueue(wq);
}
module_exit(queue_exit);

static struct workqueue_struct *wq;
static int nr;
static void first(struct work_struct *w)
{
	drain_workqueue(wq);
}
static DECLARE_WORK(first_work, first);
static void second(struct work_struct *w)
{
	struct workqueue_struct *q = wq;

	queue_work(q, w);
}
static DECLARE_DELAYED_WORK(second_work, second);
static void kick(struct work_struct *w)
{
	queue_work(wq, w);
	flush_workqueue(wq);
}
static int __init queue_init(void)
{
	wq = alloc_workqueue("wq", 0, 8);
	queue_work(wq, &first_work);
	queue_delayed_work(wq, &second_work, HZ);
	kick(&first_work);
	return 0;
}
module_init(queue_init);
static void __exit queue_exit(void)
{
	drain_workqueue(wq);
	destroy_workqueue(system_wq);
	destroy_workqueue(wq);
	nr = IS_ERR(wq);
	wq = 3;
}
module_exit(queue_exit);

static struct workqueue_struct *wq, *kept;
static void work(struct work_struct *w)
{
}
static DECLARE_WORK(item, work);
static int __init queue_init(void)
{
	wq = alloc_workqueue("wq", 0, 0);
	kept = wq;
	queue_work(kept, &item);
	return 0;
}
module_init(queue_init);
static void __exit queue_exit(void)
{
	destroy_workqueue(wq);
}
module_exit(queue_exit);

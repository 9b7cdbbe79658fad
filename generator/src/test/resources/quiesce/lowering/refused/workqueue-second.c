static struct workqueue_struct *wq;
static struct workqueue_struct *other;
static void work(struct work_struct *w)
{
}
static DECLARE_WORK(item, work);
static int __init queue_init(void)
{
	wq = alloc_workqueue("wq", 0, 0);
	other = alloc_workqueue("other", 0, 0);
	queue_work(wq, &item);
	return 0;
}
module_init(queue_init);
static void __exit queue_exit(void)
{
	destroy_workqueue(wq);
}
module_exit(queue_exit);

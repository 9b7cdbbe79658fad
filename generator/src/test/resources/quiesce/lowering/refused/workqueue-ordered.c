static struct workqueue_struct *wq;
static void first(struct work_struct *w)
{
}
static DECLARE_WORK(first_work, first);
static void second(struct work_struct *w)
{
}
static DECLARE_WORK(second_work, second);
static int __init queue_init(void)
{
	wq = alloc_ordered_workqueue("wq", 0);
	queue_work(wq, &first_work);
	queue_work(wq, &second_work);
	return 0;
}
module_init(queue_init);
static void __exit queue_exit(void)
{
	destroy_workqueue(wq);
}
module_exit(queue_exit);

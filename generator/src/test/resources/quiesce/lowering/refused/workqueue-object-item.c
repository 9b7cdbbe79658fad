struct device {
	void (*run)(void);
	struct work_struct work;
};
static struct workqueue_struct *wq;
static void work(struct work_struct *w)
{
	container_of(w, struct device, work)->run();
}
__register int reg(struct device *dev)
{
	INIT_WORK(&dev->work, work);
	wq = alloc_workqueue("wq", WQ_UNBOUND, 0);
	if (!wq)
		return -ENOMEM;
	queue_work(wq, &dev->work);
	return 0;
}
__unregister void unreg(struct device *dev)
{
	destroy_workqueue(wq);
}

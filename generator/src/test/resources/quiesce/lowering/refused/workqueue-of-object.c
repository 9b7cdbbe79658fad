struct device {
	void (*run)(void);
	struct workqueue_struct *wq;
	struct work_struct work;
};
static void work(struct work_struct *w)
{
	container_of(w, struct device, work)->run();
}
__register int reg(struct device *dev)
{
	INIT_WORK(&dev->work, work);
	dev->wq = alloc_workqueue("wq", 0, 0);
	if (!dev->wq)
		return -ENOMEM;
	queue_work(dev->wq, &dev->work);
	return 0;
}
__unregister void unreg(struct device *dev)
{
	destroy_workqueue(dev->wq);
}

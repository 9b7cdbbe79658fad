struct callbacks {
	void (*f)(void);
};

static irqreturn_t interrupt(int irq, void *dev_id)
{
	return IRQ_WAKE_THREAD;
}

static irqreturn_t handle(int irq, void *dev_id)
{
	return IRQ_HANDLED;
}

__register int reg(struct callbacks *cbs)
{
	int ret = request_threaded_irq(1, NULL, handle, IRQF_ONESHOT, "one", NULL);

	if (ret)
		return ret;
	ret = devm_request_threaded_irq(NULL, 3, interrupt, handle, 0, "two", NULL);
	if (ret)
		return ret;
	ret = request_threaded_irq(2, interrupt, handle, 0, "two", NULL);
	return ret;
}

__unregister void unreg(struct callbacks *cbs)
{
	disable_irq_nosync(1);
	synchronize_hardirq(1);
	free_irq(1, NULL);
}

struct callbacks {
	void (*f)(void);
};

static DEFINE_SPINLOCK(lock);

static irqreturn_t interrupt(int irq, void *dev_id)
{
	disable_irq(1);
	free_irq(1, NULL);
	return IRQ_HANDLED;
}

__register int reg(struct callbacks *cbs)
{
	return request_irq(1, interrupt, 0, "one", NULL);
}

__unregister void unreg(struct callbacks *cbs)
{
	spin_lock_irq(&lock);
	synchronize_irq(1);
	spin_unlock_irq(&lock);
}

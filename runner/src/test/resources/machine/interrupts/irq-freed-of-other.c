/**
 * strategy: irq-freed-of-other
 * title: the line is freed for another device than it was requested for
 * expect: violates NoWarning
 */
struct beat {
	int seen;
	void (*hit)(void);
};

struct dev {
	struct beat *beat;
};

static struct dev *the_dev;

static irqreturn_t beat_irq(int irq, void *dev_id)
{
	struct dev *d = dev_id;

	d->beat->hit();
	return IRQ_HANDLED;
}

__register int beat_register(struct beat *b)
{
	struct dev *d = kzalloc(sizeof(*d), GFP_KERNEL);
	int err;

	if (!d)
		return -ENOMEM;
	d->beat = b;
	err = request_irq(12, beat_irq, 0, "beat", d);
	if (err) {
		kfree(d);
		return err;
	}
	the_dev = d;
	return 0;
}

__unregister void beat_unregister(struct beat *b)
{
	struct dev *d = the_dev;

	the_dev = NULL;
	free_irq(12, the_dev);
	kfree(d);
}

/**
 * strategy: irq-allocated
 * title: the handler has what was allocated for it
 * expect: holds NoNullDereference, NoDereferenceAfterTeardown, PriorReadersComplete, NoWarning
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
	free_irq(12, the_dev);
	kfree(the_dev);
}

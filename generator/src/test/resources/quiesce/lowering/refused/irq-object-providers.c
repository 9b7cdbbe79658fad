/**
 * providers: 2
 */
struct beat {
	int irq;
	void (*hit)(struct beat *b);
};

static irqreturn_t beat_irq(int irq, void *dev_id)
{
	struct beat *b = dev_id;

	b->hit(b);
	return IRQ_HANDLED;
}

__register int beat_register(struct beat *b)
{
	return request_irq(12, beat_irq, 0, "beat", b);
}

__unregister void beat_unregister(struct beat *b)
{
	free_irq(12, b);
}

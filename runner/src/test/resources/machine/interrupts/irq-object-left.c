/**
 * strategy: irq-object-left
 * title: the line is left with an object that goes
 * expect: violates NoDereferenceAfterTeardown, PriorReadersComplete
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
}

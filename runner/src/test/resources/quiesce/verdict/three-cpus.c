/**
 * strategy: three-cpus
 * title: two interrupts overlap one store, and there is none on the CPU that makes it
 */
struct callbacks {
	void (*f)(void);
};
static struct callbacks *slot;
static bool open;
static bool one;

__register __permanent void publish(struct callbacks *cbs)
{
	local_irq_disable();
	WRITE_ONCE(open, true);
	local_irq_enable();
}

__irq void tick(void)
{
	bool before = READ_ONCE(open);

	if (!before && READ_ONCE(open))
		WARN_ON(xchg(&one, true));
}

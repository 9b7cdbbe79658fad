/**
 * strategy: bit-acquire
 * title: what was written before a bit was set is seen by who finds the bit with acquire
 * expect: holds NoWarning
 * expect weak: holds NoWarning
 */
struct callbacks {
	void (*f)(void);
};

static unsigned long flags;
static int data;

__register void reg(struct callbacks *cbs)
{
	WRITE_ONCE(data, 1);
	smp_mb__before_atomic();
	set_bit(0, &flags);
}

__unregister void unreg(struct callbacks *cbs)
{
}

__irq void reader(void)
{
	if (test_bit_acquire(0, &flags))
		WARN_ON(!READ_ONCE(data));
}

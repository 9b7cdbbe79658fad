struct ops {
	void (*event)(void);
};

static struct ops *ptr;
static unsigned long flags;
static unsigned long others;

__register void reg(struct ops *ops)
{
	WRITE_ONCE(ptr, ops);
	set_bit(1, &flags);
}

__unregister void unreg(struct ops *ops)
{
	WRITE_ONCE(ptr, NULL);
	wait_on_bit(&flags, 1, TASK_UNINTERRUPTIBLE);
	clear_bit(2, &flags);
}

__irq void reader(int bits)
{
	struct ops *ops = READ_ONCE(ptr);

	if (ops)
		ops->event();
	clear_and_wake_up_bit(1, &flags);
	clear_bit(1, &flags);
	clear_bit_unlock(1, &flags);
	test_and_change_bit(1, &flags);
	flags = bits;
	WRITE_ONCE(flags, 2);
	xchg(&flags, 2);
	__clear_bit(1, &flags);
	clear_bit(1, &others);
}

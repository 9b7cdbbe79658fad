/**
 * strategy: bit-lock
 * title: a bit that is a lock orders what is done under it
 * expect: holds NoWarning
 */
struct callbacks {
	void (*f)(void);
};

static unsigned long flags;
static bool one;
static bool two;

__register void reg(struct callbacks *cbs)
{
	if (test_and_set_bit_lock(0, &flags))
		return;
	WRITE_ONCE(one, !READ_ONCE(one));
	WRITE_ONCE(two, !READ_ONCE(two));
	clear_bit_unlock(0, &flags);
}

__unregister void unreg(struct callbacks *cbs)
{
}

__irq void reader(void)
{
	bool first;

	if (test_and_set_bit_lock(0, &flags))
		return;
	first = READ_ONCE(two);
	WARN_ON(first != READ_ONCE(one));
	clear_bit_unlock(0, &flags);
}

/**
 * strategy: bits
 * title: operations on different bits of a word lose none
 * expect: holds NoWarning
 */
struct callbacks {
	void (*f)(void);
};

#define READY	0
#define SEEN	1
#define OTHER	2

static unsigned long flags;

__register void reg(struct callbacks *cbs)
{
	set_bit(READY, &flags);
	WARN_ON(!test_bit(READY, &flags));
}

__unregister void unreg(struct callbacks *cbs)
{
	WARN_ON(!test_and_clear_bit(READY, &flags));
	WARN_ON(test_and_change_bit(OTHER, &flags));
	change_bit(OTHER, &flags);
}

__irq void reader(void)
{
	if (test_and_set_bit(SEEN, &flags))
		return;
	WARN_ON(!test_bit_acquire(SEEN, &flags));
	clear_bit_unlock(SEEN, &flags);
}

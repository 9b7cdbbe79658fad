/**
 * strategy: independent-index
 * title: a branch orders no load after the one that it depends on
 * expect weak: violates NoWarning
 */
struct callbacks {
	bool (*f)(void);
};

int data[2];
int last;

__register void reg(void)
{
	WRITE_ONCE(data[1], 1);
	smp_store_release(&last, 1);
}

__unregister void unreg(void)
{
}

__irq void reader(void)
{
	int i = READ_ONCE(last);

	if (i > 0 && i < 2)
		WARN_ON(!READ_ONCE(data[1]));
}

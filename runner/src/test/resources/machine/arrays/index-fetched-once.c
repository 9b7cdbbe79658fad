/**
 * strategy: index-fetched-once
 * title: an index that is loaded once is what was checked
 * expect: holds NoWarning
 */
struct callbacks {
	bool (*f)(void);
};

bool busy[2];
int last;

__register void reg(void)
{
	WRITE_ONCE(last, 2);
}

__unregister void unreg(void)
{
	WRITE_ONCE(last, 0);
}

__irq void reader(void)
{
	int i = READ_ONCE(last);

	if (i < 2)
		WARN_ON(READ_ONCE(busy[i]));
}

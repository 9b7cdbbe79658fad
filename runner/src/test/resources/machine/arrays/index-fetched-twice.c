/**
 * strategy: index-fetched-twice
 * title: an index that is loaded plainly may be another one after it was checked
 * expect: violates NoWarning
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
	int i = last;

	if (i < 2)
		WARN_ON(READ_ONCE(busy[i]));
}

/**
 * strategy: complete-of-its-own
 * title: a function of the file that has the name of one of the kernel's is that of the file
 * expect: violates NoWarning
 */
struct callbacks {
	void (*f)(void);
};

static struct callbacks *ptr;
static int number;

static void complete(int n)
{
	WARN_ON(n == number);
}

__register void reg(struct callbacks *cbs)
{
	WRITE_ONCE(ptr, cbs);
}

__unregister void unreg(struct callbacks *cbs)
{
}

__irq void reader(void)
{
	complete(0);
}

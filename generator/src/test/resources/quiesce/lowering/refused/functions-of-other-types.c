struct thing {
	int n;
};

static int number(void)
{
	return 1;
}

static void none(void);

void (*hook)(void) = number;
void (*third)(void) = none;
int (*right)(void) = &number;
struct thing *thing;

__register void reg(void (*fn)(void))
{
	WRITE_ONCE(hook, fn);
	hook = number;
	hook = none;
	thing = number;
}

__unregister void unreg(void)
{
	WRITE_ONCE(hook, NULL);
	synchronize_rcu();
	kfree(hook);
}

__nmi void reader(void)
{
	hook();
	third();
	right();
	if (hook == number)
		right = hook;
}

/**
 * strategy: switch
 * title: a case continues in the one after it, unless break leads out
 * expect: holds NoWarning
 * expect weak: holds NoWarning
 */
struct callbacks {
	int (*f)(void);
};

struct callbacks *ptr;

__register void reg(struct callbacks *cbs)
{
	WRITE_ONCE(ptr, cbs);
}

__unregister void unreg(struct callbacks *cbs)
{
	WRITE_ONCE(ptr, NULL);
	synchronize_rcu();
}

static int weight(int n)
{
	int sum = 0;

	switch (n) {
	case 2:
		sum = sum + 4;
		fallthrough;
	case 1:
		sum = sum + 2;
		break;
	default:
		sum = 9;
		break;
	case 0:
		sum = sum + 1;
	}
	return sum;
}

__nmi void sample(void)
{
	struct callbacks *cbs = READ_ONCE(ptr);
	int n = 3;

	if (cbs)
		n = cbs->f();
	switch (n) {
	case 0:
		WARN_ON(weight(n) != 1);
		return;
	case 1:
		WARN_ON(weight(n) != 2);
		return;
	case 2:
		WARN_ON(weight(n) != 6);
		return;
	}
	WARN_ON(weight(n) != 9);
}

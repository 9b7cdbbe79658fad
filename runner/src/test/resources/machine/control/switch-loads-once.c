/**
 * strategy: switch-loads-once
 * title: a switch on a marked load compares one value with each case
 * expect: holds NoWarning
 * expect weak: holds NoWarning
 */
struct callbacks {
	bool (*f)(void);
};

int mode;

__register void reg(void)
{
	WRITE_ONCE(mode, 1);
}

__unregister void unreg(void)
{
	WRITE_ONCE(mode, 0);
}

__nmi void sample(void)
{
	int weight = 0;

	switch (READ_ONCE(mode)) {
	case 0:
		weight++;
		break;
	case 1:
		weight += 2;
		break;
	}
	WARN_ON(!weight);
}

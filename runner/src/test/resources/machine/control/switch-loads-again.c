/**
 * strategy: switch-loads-again
 * title: a switch on a plain load may find in memory another value at each case
 * expect: violates NoWarning
 * expect weak: violates NoWarning
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

	switch (mode) {
	case 0:
		weight++;
		break;
	case 1:
		weight += 2;
		break;
	}
	WARN_ON(!weight);
}

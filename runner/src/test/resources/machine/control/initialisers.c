/**
 * strategy: initialisers
 * title: globals begin with their initialisers, or 0
 * expect: holds NoWarning
 */
struct callbacks {
	bool (*f)(void);
};

int five = 5;
bool yes = true;
int zero;
struct callbacks *none;
bool no;

__register void reg(void)
{
}

__unregister void unreg(void)
{
}

__nmi void sample(void)
{
	WARN_ON(READ_ONCE(five) != 5);
	WARN_ON(!READ_ONCE(yes));
	WARN_ON(READ_ONCE(zero) != 0);
	WARN_ON(READ_ONCE(none) != NULL);
	WARN_ON(READ_ONCE(no));
}

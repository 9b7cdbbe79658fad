/**
 * strategy: count-of-users
 * title: ++ and -- are a load and a store, so two tasks count one
 * expect: violates NoWarning
 */
struct callbacks {
	bool (*f)(void);
};

int users;

__register void reg(void)
{
}

__unregister void unreg(void)
{
}

__task void use(void)
{
	preempt_disable();
	users++;
	WARN_ON(!users);
	users--;
	preempt_enable();
}

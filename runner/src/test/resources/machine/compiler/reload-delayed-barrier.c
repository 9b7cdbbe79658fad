/**
 * strategy: reload-delayed-barrier
 * title: behind a barrier the first use loads no more
 * expect: holds NoWarning
 */
struct cb {
	void (*f)(void);
};
struct cb *gp;
int first;
int second;

__register void reg(struct cb *cbs)
{
	WRITE_ONCE(second, 1);
	WRITE_ONCE(first, 1);
	rcu_assign_pointer(gp, cbs);
}

__unregister void unreg(struct cb *cbs)
{
}

__nmi void rd(void)
{
	int a = first;

	barrier();
	int b = READ_ONCE(second);

	WARN_ON(a == 1 && b == 0);
}

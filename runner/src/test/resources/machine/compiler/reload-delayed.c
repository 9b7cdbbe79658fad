/**
 * strategy: reload-delayed
 * title: the load before the marked one may be made behind it, at the first use of its value
 * expect: violates NoWarning
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
	int b = READ_ONCE(second);

	WARN_ON(a == 1 && b == 0);
}

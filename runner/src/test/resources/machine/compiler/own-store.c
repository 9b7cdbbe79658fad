/**
 * strategy: own-store
 * title: the pointer is taken by a plain load and a plain store; on another CPU somebody else takes
 *   it between the check and the load that the compiler repeats just before the store
 * expect: violates NoNullDereference
 */
struct cb {
	void (*f)(void);
};
struct cb *p;

__register void reg(struct cb *c)
{
	p = c;
}

__unregister void unreg(struct cb *c)
{
}

__irq void take(void)
{
	struct cb *c = p;

	if (c) {
		p = NULL;
		c->f();
	}
}

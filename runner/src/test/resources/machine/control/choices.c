/**
 * strategy: choices
 * title: one of the values of ?: is evaluated, and bits are shifted
 * expect: holds NoNullDereference, NoWarning
 */
struct callbacks {
	bool (*f)(void);
};

struct callbacks *ptr;
int three = 3;
int zero;

__register void reg(struct callbacks *cbs)
{
	WRITE_ONCE(ptr, cbs);
}

__unregister void unreg(struct callbacks *cbs)
{
	WRITE_ONCE(ptr, NULL);
	synchronize_rcu();
}

__nmi void sample(void)
{
	struct callbacks *cbs = READ_ONCE(ptr);
	bool called = cbs ? cbs->f() : false;
	int n = READ_ONCE(three);
	int m = cbs ? READ_ONCE(three) : READ_ONCE(zero);

	WARN_ON(called && !cbs);
	WARN_ON((cbs ?: NULL) != cbs);
	WARN_ON((m ?: 7) != (cbs ? 3 : 7));
	WARN_ON(n << 2 != 12 || n >> 1 != 1 || 1 << 4 != 16);
	n = cbs ? n + 1 : n - 1;
	WARN_ON(!!cbs != (n == 4));
	m = 0;
	if (cbs ? n == 4 : n == 3)
		m = 1;
	WARN_ON(m != !!cbs);
}

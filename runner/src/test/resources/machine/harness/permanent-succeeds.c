/**
 * strategy: permanent-succeeds
 * title: what cannot fail is never torn down
 * expect: n/a NoDereferenceAfterTeardown
 * expect: holds NoNullDereference
 * expect: n/a PriorReadersComplete
 */
struct callbacks {
	bool (*f)(void);
	void (*g)(void);
};

struct callbacks *ptr;

__register __permanent int reg(struct callbacks *cbs)
{
	WRITE_ONCE(ptr, cbs);
	return 0;
}

__nmi void sample(void)
{
	struct callbacks *cbs = READ_ONCE(ptr);

	if (cbs && cbs->f())
		cbs->g();
}

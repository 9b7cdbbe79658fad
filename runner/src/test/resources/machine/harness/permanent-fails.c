/**
 * strategy: permanent-fails
 * title: a registration that fails is torn down, permanent or not
 * expect: violates NoDereferenceAfterTeardown
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
	return -1;
}

__nmi void sample(void)
{
	struct callbacks *cbs = READ_ONCE(ptr);

	if (cbs && cbs->f())
		cbs->g();
}

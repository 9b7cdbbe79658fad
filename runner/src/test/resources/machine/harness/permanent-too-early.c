/**
 * strategy: permanent-too-early
 * title: even built-in code can publish too early
 * expect: violates NoUseBeforeInit
 */
struct callbacks {
	bool (*f)(void);
};

struct callbacks *ptr;

static bool f(void);

__register __permanent void reg(struct callbacks *cbs)
{
	rcu_assign_pointer(ptr, cbs);
	WRITE_ONCE(cbs->f, f);
}

__nmi void sample(void)
{
	struct callbacks *cbs = rcu_dereference(ptr);

	if (cbs)
		cbs->f();
}

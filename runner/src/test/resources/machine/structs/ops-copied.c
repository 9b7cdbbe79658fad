/**
 * strategy: ops-copied
 * title: a struct of callbacks is copied, member by member, into one of the file
 * expect: holds NoUseBeforeInit
 * expect: violates NoNullDereference, NoDereferenceAfterTeardown
 * expect weak: violates NoNullDereference, NoDereferenceAfterTeardown
 */
struct ops {
	bool (*enable)(void);
	bool (*load)(void);
};

static struct ops ops;

__register int reg(struct ops *given)
{
	if (ops.enable)
		return -EEXIST;
	memcpy(&ops, given, sizeof(ops));
	return 0;
}

__unregister void unreg(void)
{
	ops.enable = NULL;
	synchronize_rcu();
}

__irq void reader(void)
{
	bool (*load)(void) = READ_ONCE(ops.enable);

	if (load)
		ops.load();
}

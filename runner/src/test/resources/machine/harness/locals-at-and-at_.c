/**
 * strategy: locals-at-and-at_
 * title: locals named as fields of the specification stay apart
 * expect: holds NoWarning
 */
struct callbacks {
	bool (*f)(void);
};

struct callbacks *ptr;

bool g;

__register void reg(struct callbacks *cbs)
{
	rcu_assign_pointer(ptr, cbs);
}

__unregister void unreg(struct callbacks *cbs)
{
	rcu_assign_pointer(ptr, NULL);
	synchronize_rcu();
}

__nmi void sample(void)
{
	bool at = READ_ONCE(g);
	bool at_ = true;

	WARN_ON(READ_ONCE(g));
	WARN_ON(at);
	WARN_ON(!at_);
}

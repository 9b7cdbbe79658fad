/**
 * strategy: pinned
 * title: unregister does not begin while a task pins the provider
 * expect: holds NoWarning
 */
struct callbacks {
	bool (*f)(void);
};

int running;

__register void reg(struct callbacks *cbs)
{
}

__unregister void unreg(struct callbacks *cbs)
{
	WARN_ON(READ_ONCE(running));
}

__task __pins_provider void vcpu(void)
{
	WRITE_ONCE(running, true);
	WRITE_ONCE(running, false);
}

__nmi void sample(void)
{
	READ_ONCE(running);
}

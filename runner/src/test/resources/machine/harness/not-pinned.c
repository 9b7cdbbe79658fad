/**
 * strategy: not-pinned
 * title: unregister may begin while a task runs
 * expect: violates NoWarning
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

__task void vcpu(void)
{
	WRITE_ONCE(running, true);
	WRITE_ONCE(running, false);
}

__nmi void sample(void)
{
	READ_ONCE(running);
}

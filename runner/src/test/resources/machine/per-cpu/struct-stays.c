/**
 * strategy: struct-stays
 * title: a task that keeps its CPU has one struct
 * expect: holds NoWarning
 */
struct callbacks {
	void (*f)(void);
};

struct own {
	bool marked;
};

static DEFINE_PER_CPU(struct own, own);
static struct callbacks *ptr;

__register void reg(struct callbacks *cbs)
{
	WRITE_ONCE(ptr, cbs);
}

__unregister void unreg(struct callbacks *cbs)
{
}

__task void reader(void)
{
	struct own *mine;

	preempt_disable();
	mine = this_cpu_ptr(&own);

	mine->marked = true;
	WARN_ON(!this_cpu_read(own.marked));
	mine->marked = false;
	preempt_enable();
}

/**
 * strategy: percpu-ref-before
 * title: a reference is asked for before there are any
 * expect: violates NoWarning
 */
struct sink_ops {
	void (*push)(void);
};

static struct percpu_ref sink_ref;
static DECLARE_COMPLETION(sink_gone);
static struct sink_ops __rcu *sink_ops;

static void sink_release(struct percpu_ref *ref)
{
	complete(&sink_gone);
}

__task void sink_push(void)
{
	struct sink_ops *ops;

	if (!percpu_ref_tryget_live(&sink_ref))
		return;
	ops = rcu_dereference_raw(sink_ops);
	if (ops)
		ops->push();
	percpu_ref_put(&sink_ref);
}

__register int sink_attach(struct sink_ops *ops)
{
	int err = percpu_ref_init(&sink_ref, sink_release, 0, GFP_KERNEL);

	if (err)
		return err;
	reinit_completion(&sink_gone);
	rcu_assign_pointer(sink_ops, ops);
	return 0;
}

__unregister void sink_detach(struct sink_ops *ops)
{
	RCU_INIT_POINTER(sink_ops, NULL);
	percpu_ref_kill(&sink_ref);
	wait_for_completion(&sink_gone);
	percpu_ref_exit(&sink_ref);
}

/**
 * strategy: percpu-ref-no-grace-period
 * title: nobody may rely on a grace period between the kill and the last reference
 * expect: violates NoDereferenceAfterTeardown, PriorReadersComplete
 */
struct sink {
	struct percpu_ref ref;
	struct completion gone;
	void (*push)(struct sink *s);
};

static struct sink __rcu *cur_sink;

static void sink_release(struct percpu_ref *ref)
{
	struct sink *s = container_of(ref, struct sink, ref);

	complete(&s->gone);
}

__task void sink_push(void)
{
	struct sink *s;

	rcu_read_lock();
	s = rcu_dereference(cur_sink);
	if (s && !percpu_ref_tryget_live(&s->ref))
		s = NULL;
	rcu_read_unlock();
	if (!s)
		return;
	s->push(s);
	percpu_ref_put(&s->ref);
}

__register int sink_attach(struct sink *s)
{
	int err = percpu_ref_init(&s->ref, sink_release, 0, GFP_KERNEL);

	if (err)
		return err;
	init_completion(&s->gone);
	rcu_assign_pointer(cur_sink, s);
	return 0;
}

__unregister void sink_detach(struct sink *s)
{
	RCU_INIT_POINTER(cur_sink, NULL);
	percpu_ref_kill(&s->ref);
	wait_for_completion(&s->gone);
	percpu_ref_exit(&s->ref);
}

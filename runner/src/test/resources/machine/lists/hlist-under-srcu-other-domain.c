/**
 * strategy: hlist-under-srcu-other-domain
 * title: a list that is read in sections of a domain, and those of another one are waited for
 * expect: violates NoDereferenceAfterTeardown, PriorReadersComplete
 * expect: holds NoNullDereference, NoUseBeforeInit, NoWarning
 */
struct sink {
	void (*write)(void);
	unsigned int boot:1;
	unsigned int always:1;
	struct hlist_node node;
};

static HLIST_HEAD(sinks);
static DEFINE_MUTEX(lock);
DEFINE_STATIC_SRCU(srcu);
DEFINE_STATIC_SRCU(other);

__register void reg(struct sink *sink)
{
	bool listed;

	mutex_lock(&lock);
	listed = !hlist_unhashed(&sink->node);
	WARN_ON(listed);
	hlist_add_head_rcu(&sink->node, &sinks);
	mutex_unlock(&lock);
}

__unregister void unreg(struct sink *sink)
{
	mutex_lock(&lock);
	hlist_del_init_rcu(&sink->node);
	mutex_unlock(&lock);
	synchronize_srcu(&other);
}

__task void flush(void)
{
	struct sink *sink;
	int cookie;

	cookie = srcu_read_lock(&srcu);
	hlist_for_each_entry_srcu(sink, &sinks, node, srcu_read_lock_held(&srcu)) {
		if (!sink->boot)
			sink->write();
	}
	srcu_read_unlock(&srcu, cookie);
}

/**
 * strategy: seqcount-of-object
 * title: the count of an object is initialised before readers come
 * expect: holds NoNullDereference, NoUseBeforeInit, NoDereferenceAfterTeardown, NoWarning, ReadersComplete
 */
struct hook {
	seqcount_t count;
	int low;
	int high;
	int (*run)(int code);
};

static struct hook *hook;

__register void add(struct hook *h)
{
	seqcount_init(&h->count);
	h->low = 1;
	h->high = 2;
	rcu_assign_pointer(hook, h);
}


__unregister void del(struct hook *h)
{
	preempt_disable();
	write_seqcount_begin(&h->count);
	WRITE_ONCE(h->low, 2);
	WRITE_ONCE(h->high, 3);
	write_seqcount_end(&h->count);
	preempt_enable();
	rcu_assign_pointer(hook, NULL);
	synchronize_rcu();
}

__task void look(void)
{
	struct hook *h;
	unsigned int seq;
	int low;
	int high;

	rcu_read_lock();
	h = rcu_dereference(hook);
	if (h) {
		do {
			seq = read_seqcount_begin(&h->count);
			low = READ_ONCE(h->low);
			high = READ_ONCE(h->high);
		} while (read_seqcount_retry(&h->count, seq));
		WARN_ON(low >= high);
		h->run(low);
	}
	rcu_read_unlock();
}

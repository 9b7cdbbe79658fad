// Documentation/scheduler/completion.rst: done is changed under a lock, which orders as here
struct completion {
	atomic_t done;
};

void init_completion(struct completion *c)
{
	atomic_set(&c->done, 0);
}

void reinit_completion(struct completion *c)
{
	atomic_set(&c->done, 0);
}

void complete(struct completion *c)
{
	atomic_fetch_add_release(1, &c->done);
}

bool completion_done(struct completion *c)
{
	return atomic_read(&c->done);
}

bool try_wait_for_completion(struct completion *c)
{
	int n = atomic_read(&c->done);

	return n && atomic_cmpxchg_acquire(&c->done, n, n - 1) == n;
}

void wait_for_completion(struct completion *c)
{
	int n;

	might_sleep();
	for (;;) {
		n = atomic_read(&c->done);
		if (n && atomic_cmpxchg_acquire(&c->done, n, n - 1) == n)
			return;
		cpu_relax();
	}
}

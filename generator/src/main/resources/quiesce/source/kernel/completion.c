// Documentation/scheduler/completion.rst: done is changed under a lock, which orders as here. It counts by 2; an odd
// number is for all who wait, and stays
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
	atomic_fetch_add_release(2, &c->done);
}

void complete_all(struct completion *c)
{
	atomic_fetch_or_release(1, &c->done);
}

bool completion_done(struct completion *c)
{
	return atomic_read(&c->done);
}

bool try_wait_for_completion(struct completion *c)
{
	int n = atomic_read(&c->done);

	return n && atomic_cmpxchg_acquire(&c->done, n, n & 1 ? n : n - 2) == n;
}

void wait_for_completion(struct completion *c)
{
	might_sleep();
	while (!try_wait_for_completion(c))
		cpu_relax();
}

void wait_for_completion_io(struct completion *c)
{
	wait_for_completion(c);
}

// kernel/sched/completion.c: the value is not 0, and at most the time that was given.
unsigned long completion_timeout(struct completion *c)
{
	unsigned long left;

	might_sleep();
	if (!try_wait_for_completion(c))
		return 0;
	left = schedule_timeout(0);
	return left ? left : 1;
}

int wait_for_completion_interruptible(struct completion *c)
{
	might_sleep();
	if (signal_pending(current))
		return try_wait_for_completion(c) ? 0 : -ERESTARTSYS;
	wait_for_completion(c);
	return 0;
}

int wait_for_completion_killable(struct completion *c)
{
	return wait_for_completion_interruptible(c);
}

long completion_interruptible_timeout(struct completion *c)
{
	long left = completion_timeout(c);

	return !left && signal_pending(current) ? -ERESTARTSYS : left;
}

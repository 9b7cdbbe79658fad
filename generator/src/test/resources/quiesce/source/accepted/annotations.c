struct cbs {
	void (*call)(void) __aligned(8);
	int count ____cacheline_aligned_in_smp;
} __packed;

static struct cbs __rcu *hook __ro_after_init;
static int limit __initdata __attribute__((unused, __aligned__(sizeof(long)))) = 3;

static bool __must_check __printf(1, 2) report(int x);
void change(struct cbs __user *cbs) __acquires(lock) __must_hold(other)
{
	__acquire(lock);
	WRITE_ONCE(limit, 1);
	__release(lock);
}

static __always_unused __cold noinline_for_stack asmlinkage void other(void)
	__releases(lock)
{
}

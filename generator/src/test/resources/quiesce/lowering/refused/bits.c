struct ops {
	void (*event)(void);
};

static struct ops *ptr;
static unsigned long flags;
static atomic_t number;
static refcount_t users;
static struct kref kref;
static struct completion done;
DEFINE_STATIC_KEY_FALSE(key);

static void last(struct kref *k)
{
	complete(&number);
}

__register void reg(struct ops *ops, int nr)
{
	set_bit(nr, &flags);
	set_bit(40, &flags);
	set_bit(0, &number);
	test_and_set_bit(0, flags);
	refcount_inc(&number);
	atomic_inc(&users);
	static_branch_enable(&flags);
	key = true;
	if (static_branch_unlikely(key))
		return;
	kref_put(&kref, last);
	kref_get(kref);
	WRITE_ONCE(ptr, ops);
}

__unregister void unreg(struct ops *ops)
{
	WRITE_ONCE(ptr, NULL);
	wait_on_bit(&flags, 1, 3);
	wait_on_bit(&flags, 1, TASK_UNINTERRUPTIBLE);
	complete(&done);
	wait_for_completion(&kref);
}

__irq void reader(void)
{
	wait_for_completion(&done);
	static_branch_disable(&key);
}

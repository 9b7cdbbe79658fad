struct entry {
	int state;
};

static struct entry *cur;

static int __init start(void)
{
	struct entry *e = kcalloc(4, sizeof(*e), GFP_KERNEL);

	cur = e;
	return 0;
}

static void __exit stop(void)
{
	kfree(cur);
}

module_init(start);
module_exit(stop);

__task void use(int n)
{
	struct entry *e = kmalloc_array(n, sizeof(*e), GFP_KERNEL);

	kfree(e);
}

__task void under_lock(void)
{
	rcu_read_lock();
	kvfree(cur);
	rcu_read_unlock();
}

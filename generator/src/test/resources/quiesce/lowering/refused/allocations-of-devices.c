struct entry {
	int state;
};

static struct entry *cur;

static int __init start(void)
{
	struct entry *e = kzalloc(sizeof(*e), GFP_KERNEL);

	cur = e;
	return 0;
}

static void __exit stop(void)
{
	kfree(cur);
}

module_init(start);
module_exit(stop);

__task void of_device(struct device *dev)
{
	struct entry *e = devm_kzalloc(dev, sizeof(*e), GFP_KERNEL);
}

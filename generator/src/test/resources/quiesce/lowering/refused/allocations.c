struct callbacks {
	void (*f)(void);
};

struct entry {
	struct callbacks *cbs;
	int id;
};

struct other {
	int id;
};

struct entry *entry;
int size_of(int n);

__register int reg(struct callbacks *cbs)
{
	struct entry *e = kmalloc(size_of(1), GFP_KERNEL);
	struct other *o = kzalloc(8, GFP_KERNEL | GFP_WRONG);
	struct callbacks *c = kmalloc(8, GFP_KERNEL);
	struct entry *mixed = o;

	kmalloc(8, GFP_KERNEL);
	if (kmalloc(8, GFP_ATOMIC))
		return -ENOMEM;
	kfree(size_of(2));
	e->cbs = o;
	e->nothing = 1;
	preempt_disable();
	entry = kmalloc(8, GFP_KERNEL);
	preempt_enable();
	return 0;
}

__unregister void unreg(struct callbacks *cbs)
{
	WRITE_ONCE(entry, NULL);
	synchronize_rcu();
}

__nmi void reader(void)
{
	struct entry *e = READ_ONCE(entry);

	if (e)
		e->cbs->f();
}

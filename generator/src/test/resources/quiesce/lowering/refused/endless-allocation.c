struct callbacks {
	void (*f)(void);
};

struct entry {
	struct callbacks *cbs;
};

struct entry *entry;

__register int reg(struct callbacks *cbs)
{
	struct entry *e;

	do {
		e = kzalloc(sizeof(*e), GFP_KERNEL);
	} while (!e);
	e->cbs = cbs;
	rcu_assign_pointer(entry, e);
	return 0;
}

__unregister void unreg(struct callbacks *cbs)
{
	WRITE_ONCE(entry, NULL);
	synchronize_rcu();
}

__nmi void reader(void)
{
	struct entry *e = kmalloc(sizeof(*e), GFP_ATOMIC);

	kfree(e);
}

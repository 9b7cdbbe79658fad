struct probe { void (*hit)(void); };
static struct probe *probe;
static DEFINE_PER_CPU(bool, gone);
struct note { int kind; };
static struct note first;
static struct note second;

static void forget(void *info)
{
	this_cpu_write(gone, true);
}

__irq void tick(void)
{
	struct probe *p = READ_ONCE(probe);

	if (p)
		p->hit();
}

__register void attach(struct probe *p)
{
	on_each_cpu(forget, &first, false);
	WRITE_ONCE(probe, p);
}

__unregister void detach(struct probe *p)
{
	WRITE_ONCE(probe, NULL);
	on_each_cpu(forget, &second, false);
}

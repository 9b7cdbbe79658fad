/**
 * strategy: copied
 * title: structs are copied as a whole, and become 0
 * expect: holds NoNullDereference, NoUseBeforeInit, NoDereferenceAfterTeardown, NoWarning
 */
struct callbacks {
	void (*f)(void *data);
	int limit;
};

struct device {
	void (*f)(void *data);
	char name[16];
	void *data;
	int limit;
};

static struct device dev;
static struct device spare = { .limit = 7 };

__register int reg(struct callbacks *cbs, const char *name)
{
	struct device new = spare;
	struct device *to = &dev;

	memcpy(new.name, name, sizeof(new.name));
	new.limit = cbs->limit;
	WARN_ON(spare.limit != 7);
	*to = new;
	smp_wmb();
	WRITE_ONCE(dev.f, cbs->f);
	return 0;
}

__unregister void unreg(struct callbacks *cbs)
{
	WRITE_ONCE(dev.f, NULL);
	synchronize_rcu();
	memset(&dev, 0, sizeof(dev));
	WARN_ON(dev.limit || dev.f);
	dev = spare;
	WARN_ON(dev.limit != spare.limit);
}

__irq void reader(void)
{
	char text[8] = "";
	void (*f)(void *data) = READ_ONCE(dev.f);

	snprintf(text, sizeof(text), "%d", 1);
	if (f)
		f(dev.data);
}

struct callbacks {
	bool (*f)(const char *text);
	const char *name;
	int count;
};

static struct callbacks object = { .name = "fine", .count = "five" };
struct callbacks *ptr;

__register void reg(struct callbacks *cbs)
{
	WRITE_ONCE(ptr, cbs);
}

__unregister void unreg(struct callbacks *cbs)
{
	WRITE_ONCE(ptr, NULL);
	synchronize_rcu();
}

__task void reader(void)
{
	struct callbacks *cbs = rcu_dereference(ptr);
	int n = "text";

	"text";
	if ("text" == cbs->name)
		cbs = "text";
	if (cbs)
		cbs->f("fine");
	int m = cbs->name ? 1 : 2;
}

typedef void (*fn_t)(void);

struct entry {
	fn_t fn;
	fn_t next;
};

fn_t hook;
fn_t with_body(void)
{
	return hook;
}

static void own(void)
{
}

__register int reg(fn_t fn, fn_t second)
{
	hook = own;
	hook = &own;
	return 0;
}

__unregister void unreg(struct entry *e)
{
	hook = NULL;
	synchronize_rcu();
}

__nmi void reader(fn_t fn)
{
	with_body()();
}

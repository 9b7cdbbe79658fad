struct callbacks {
	void (*f)(void);
	void (*changes)(void);
	int mode;
};

struct callbacks *ptr;
void (*hook)(void);
int number;

__register void reg(struct callbacks *cbs)
{
	cbs->changes = NULL;
	WRITE_ONCE(ptr, cbs);
}

__unregister void unreg(struct callbacks *cbs)
{
	WRITE_ONCE(ptr, NULL);
	synchronize_rcu();
}

__nmi void reader(void)
{
	struct callbacks *once = READ_ONCE(ptr);
	struct callbacks *plain = ptr;
	void (*fn)(void);

	fn = once->changes;
	fn = READ_ONCE(plain->f);
	fn = once;
	fn = number;
	number();
	once->mode();
	once();
	hook = once->f;
	if (fn)
		fn();
}

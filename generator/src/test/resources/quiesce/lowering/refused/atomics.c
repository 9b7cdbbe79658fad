struct callbacks {
	bool (*f)(void);
};

struct callbacks *ptr;
atomic_t users;
int number;

__register void reg(struct callbacks *cbs)
{
	WRITE_ONCE(ptr, cbs);
}

__unregister void unreg(struct callbacks *cbs)
{
	WRITE_ONCE(ptr, NULL);
}

__task void plain(void)
{
	int x;

	users = 1;
	x = users;
	if (users)
		x = users + 1;
}

__task void wrong_place(void)
{
	atomic_inc(&number);
	atomic_inc(users);
	atomic_add(&users, 1);
	xchg(&users, 1);
}

__task void other(void)
{
	int x = ptr + 1;

	if (ptr < 1)
		x = 0;
	atomic_try_cmpxchg(&users, &x, 1);
	atomic_incr(&users);
}

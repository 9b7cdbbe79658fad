#define READ_ONCE(x) x
#define synchronize_rcu() do { } while (0)
#define call_rcu(head, f) f(head)
#define hook other
#define user(x) (x)->users

struct cbs {
	void (*call)(void);
};

struct cbs *ptr;
DEFINE_MUTEX(lock);

__register void reg(struct cbs *cbs)
{
	rcu_assign_pointer(ptr, cbs);
}

__unregister void unreg(struct cbs *cbs)
{
	rcu_assign_pointer(ptr, NULL);
}

__irq void handle(void)
{
	int x = hook;

	x = user(ptr) + user(x);
}

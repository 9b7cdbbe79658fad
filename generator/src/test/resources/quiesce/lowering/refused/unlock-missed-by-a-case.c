struct callbacks {
	int (*f)(void);
};

struct callbacks *ptr;
DEFINE_SPINLOCK(lock);
int counted;

__register void reg(struct callbacks *cbs)
{
	WRITE_ONCE(ptr, cbs);
}

__unregister void unreg(struct callbacks *cbs)
{
	spin_lock(&lock);
	switch (READ_ONCE(counted)) {
	case 1:
		counted = 0;
		fallthrough;
	case 0:
		spin_unlock(&lock);
		break;
	case 2:
		counted = 1;
		break;
	default:
		spin_unlock(&lock);
	}
	WRITE_ONCE(ptr, NULL);
	synchronize_rcu();
}

__nmi void sample(void)
{
	struct callbacks *cbs = READ_ONCE(ptr);

	if (cbs)
		cbs->f();
}

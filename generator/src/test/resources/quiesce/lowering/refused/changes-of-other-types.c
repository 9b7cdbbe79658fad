struct callbacks {
	bool (*f)(void);
};

struct callbacks *ptr;
atomic_t users;
DEFINE_PER_CPU(int, each);

__register void reg(struct callbacks *cbs)
{
	WRITE_ONCE(ptr, cbs);
}

__unregister void unreg(struct callbacks *cbs)
{
	cbs++;
	ptr += 1;
	WRITE_ONCE(ptr, NULL);
	synchronize_rcu();
}

__nmi void sample(void)
{
	int cpu = smp_processor_id();
	int n;

	cpu++;
	users++;
	each += 1;
	n++;
}

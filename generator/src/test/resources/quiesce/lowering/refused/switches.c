struct callbacks {
	bool (*f)(void);
};

struct callbacks *ptr;
int mode;

__register void reg(struct callbacks *cbs)
{
	WRITE_ONCE(ptr, cbs);
}

__unregister void unreg(struct callbacks *cbs)
{
	WRITE_ONCE(ptr, NULL);
	synchronize_rcu();
}

__nmi void sample(void)
{
	int n = READ_ONCE(mode);

	switch (n) {
	case 1:
		break;
	case 2 - 1:
		break;
	}
	switch (n) {
	default:
		break;
	case 1:
	default:
		break;
	}
	switch (n) {
	case mode:
		break;
	}
	switch (n) {
	case 1:
		if (n) {
	case 2:
			break;
		}
	}
	switch (READ_ONCE(ptr)) {
	case 0:
		break;
	}
	switch (smp_processor_id()) {
	case 0:
		break;
	}
}

struct callbacks {
	int x;
}

struct callbacks *perf_guest_cbs;

struct other {
	int x;
}

__nmi void sample(void)
{
	x++;
}

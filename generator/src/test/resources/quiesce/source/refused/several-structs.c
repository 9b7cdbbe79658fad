struct slot {
	int n;
	int m;
};

static struct slot positional[2] = { 1, 2 };
static struct slot nested[2] = { { 1 }, [1] = { .n = 1, .n = 2 } };
static DEFINE_PER_CPU(struct slot, own) = { .n = 1 };
typedef int numbers_t[4];

void f(void)
{
	char text[4] = { call() };
	bool flags[2];

	this_cpu_ptr(&own).n = 1;
}

atomic_t users = ATOMIC_INIT(1);
static atomic64_t bytes = ATOMIC64_INIT(0);

struct callbacks {
	atomic_long_t refs;
};

static struct callbacks object = { .refs = ATOMIC_LONG_INIT(2) };

DEFINE_SRCU(domain);
DEFINE_STATIC_SRCU(other);

void sample(void)
{
	x = a + 1 - b * 2;
	x = -a;
	x = ~a & 6 | b ^ c;
	x = a < b == (c >= d);
	x = a <= b && b > c + 1;
}

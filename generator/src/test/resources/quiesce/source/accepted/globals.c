int a;
static int b = 3, c = -0x10;

static bool d __read_mostly = true;
struct callbacks *e, *f = NULL;
static struct callbacks __rcu *g __ro_after_init;
const unsigned long h = 017;
DEFINE_PER_CPU(int, i);
static DEFINE_PER_CPU(struct callbacks *, j) = NULL;
DEFINE_PER_CPU(unsigned long, k) = 4UL;
DEFINE_STATIC_CALL(l, m);
static DEFINE_STATIC_CALL_RET0(n, o);
DEFINE_SPINLOCK(p);
static DEFINE_MUTEX(q);
static struct callbacks r = {
	.is_in_guest = kvm_is_in_guest,
	.get_ip = NULL,
	.flag = true,
	.number = -1,
	.self = &r,
};
static struct callbacks s = { .x = y };
static struct callbacks t = { };
struct callbacks u;
;
struct callbacks { int x; };

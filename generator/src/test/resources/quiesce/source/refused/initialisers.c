static struct callbacks *p = &kvm_cbs;
int x = 1 + 2;
int y = call();
bool b = true, c = NULL, d = other;
int z = { 3 };
struct callbacks *q = { NULL };
static DEFINE_PER_CPU(int, w) = y;
static struct callbacks kvm_cbs = {
	.is_in_guest = kvm_is_in_guest,
	.is_in_guest = NULL,
	.nested = { .x = 1 },
	kvm_get_ip,
	[3] = x,
	.sum = a + b,
};
static struct callbacks a = 3;
static struct callbacks e = { 0 };
static struct callbacks g = { .x };
struct callbacks { int x; };

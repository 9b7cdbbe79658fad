#define
#define 3 4
#define while if
#define EBUSY 5
#define __nmi
#define ONE 1
#define ONE 1
#define ONE 2
#define two(x) x
#define two(y) y
#define any(...) 0
#define named(args...) 0
#define glued(a, b) a ## b
#define shown(a) #a
#define nameless(3) 3
#define trailing(a,) a
#define after_unused(a) a @ a
#undef EINVAL
#undef NEVER_DEFINED
#define pair(a, b) ((a) + (b))
#define wrong(x) (x + )
#define array(x) x[0]

int f(int x)
{
	x = any(1);
	x = named(1) + glued(x, y);
	x = shown(x);
	x = nameless(x) + trailing(x);
	x = pair(1);
	x = pair(1, 2, 3);
	x = pair((1, 2), 3);
	x = wrong(x);
	x = array(x);
	x = two(array(x) + sizeof(x));
	return pair(1, 2;
}

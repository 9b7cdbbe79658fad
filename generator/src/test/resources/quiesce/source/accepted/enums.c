#define BASE 4

enum verdict {
	PASS,
	DROP = 3,
	COUNT,
	LAST = COUNT * 2,	/* a constant made of others */
};
enum { FLAG = 1 << 2, MASK = ~FLAG, ERROR = -EBUSY, };
enum later;
typedef enum { IDLE, BUSY = BASE } state_t;

struct tap {
	enum verdict (*inspect)(enum verdict before);
	enum verdict last;
	state_t state;
};

enum verdict current_verdict = DROP;
static int flags = FLAG | BASE;
static DEFINE_PER_CPU(enum verdict, cpu_verdict) = COUNT;
static struct tap tap = { .last = LAST, .state = BUSY - 1 };

enum verdict run(enum verdict v)
{
	enum verdict other = v;

	switch (other) {
	case DROP:
		v = PASS;
		break;
	case COUNT + 1:
	default:
		v |= FLAG;
	}
	return v == DROP ? COUNT : v;
}

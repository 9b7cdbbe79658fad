struct other;

typedef unsigned long word_t;
typedef int (*filter_fn)(int cpu, word_t state);
typedef struct callbacks {
	filter_fn filter;
	word_t word;
	const word_t another, third;
} callbacks_t;
typedef struct callbacks *callbacks_p;
typedef callbacks_t again_t;
typedef bool truth_t, (*never_used)(void);
typedef bool truth_t;
typedef atomic_t count_t;

static callbacks_t __rcu *hook;
static callbacks_p other_hook;
static count_t count;
static truth_t armed = true;

static irqreturn_t handle(int irq, gfp_t);
word_t get(const callbacks_t *cbs, again_t *same, callbacks_p);

callbacks_p change(callbacks_p cbs)
{
	word_t n = 1, m;
	callbacks_t *mine = cbs;
	irqreturn_t ret = IRQ_NONE;

	m = n;
	if (ret == IRQ_HANDLED)
		return NULL;
	return mine;
}

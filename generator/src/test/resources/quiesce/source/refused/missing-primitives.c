#define PERIOD (jiffies + HZ / 4)
#define never_used(x) set_bit(0, x)
typedef int seqcount_latch_t;
typedef struct count { int counter; } refcount_t;

struct pulse {
	struct hrtimer timer;
	spinlock_t lock;
	struct irq_work work, more;
	union { int a; } other;
	void (*complete)(struct pulse *p);
	int jiffies;
	refcount_t mine;
	seqcount_latch_t mine_too;
};

static LIST_HEAD(pulses);
static struct pulse first = { .lock = __SPIN_LOCK_UNLOCKED(first.lock) };
static struct srcu_struct pulse_domain;
static DEFINE_IRQ_WORK(work, pulse_work);

static void wake_up(struct pulse *p);

static void pulse_timer(struct hrtimer *t)
{
	struct pulse *p = hrtimer_container_of(p, t, timer), *q;

	irq_work_queue(&p->work);
	p->complete(p);
	wake_up(p);
	list_for_each_entry(q, &pulses, node) {
		hrtimer_start_soft(&q->timer, PERIOD);
		hrtimer_start(&q->timer, p->jiffies);
		asm("nop");
	}
	q = container_of(p, struct pulse, work);
}
module_init(pulse_init);
static struct kref { int n; } ref

#define LIMIT	8	/* most */
#define ARMED	0x01
#define BOTH	(ARMED | 0x02)
#define pr_fmt(fmt) KBUILD_MODNAME ": " fmt
#define is_armed(cbs, flag) \
	((cbs) && ((cbs)->flags & (flag)))
#define between(low, x, high) ((low) <= (x) && (x) < (high))
#define NOTHING
#define once(x) READ_ONCE(x)
#define dbg(fmt, ...) pr_debug(fmt, ##__VA_ARGS__)

struct cbs {
	int flags;
	void (*call)(void);
};

static struct cbs *hook NOTHING;
static int most = LIMIT;

int change(struct cbs *cbs)
{
	if (!is_armed(once(hook), BOTH))
		return -EINVAL;
	if (between(0,
		    cbs->flags, LIMIT))
		return -EBUSY;
	pr_info(pr_fmt("%s\n"), __func__);
	return 0;
}
#undef LIMIT
#define LIMIT 9
#define change(cbs) change(cbs + LIMIT)
int other(void)
{
	return change(1) + IRQ_RETVAL(LIMIT);
}
static DEFINE_PER_CPU_READ_MOSTLY(struct cbs *, of_cpu) = NULL;

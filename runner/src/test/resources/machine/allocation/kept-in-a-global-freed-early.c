/**
 * strategy: kept-in-a-global-freed-early
 * title: what a global leads to is freed before its timer
 * expect: violates NoDereferenceAfterTeardown
 */
struct state {
	int missed;
};

static struct state *state;
static struct timer_list timer;

static void poll(struct timer_list *t)
{
	WRITE_ONCE(state->missed, 1);
}

static int __init start(void)
{
	state = kzalloc(sizeof(*state), GFP_KERNEL);
	if (!state)
		return -ENOMEM;
	timer_setup(&timer, poll, 0);
	mod_timer(&timer, jiffies + HZ);
	return 0;
}

static void __exit stop(void)
{
	kfree(state);
	timer_shutdown_sync(&timer);
}

module_init(start);
module_exit(stop);

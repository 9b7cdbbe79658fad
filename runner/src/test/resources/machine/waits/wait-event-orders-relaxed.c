/**
 * strategy: wait-event-orders-relaxed
 * title: a wait for what is true at once orders nothing
 * expect sc: holds NoWarning, NoDeadlock
 * expect weak: violates NoWarning
 */
struct callbacks {
	void (*refresh)(void);
};

static struct callbacks *ops;
static bool done;
static int result;
static DECLARE_WAIT_QUEUE_HEAD(queue);
static void work(struct work_struct *w);
static DECLARE_WORK(item, work);

static void work(struct work_struct *w)
{
	WRITE_ONCE(result, 1);
	smp_store_release(&done, true);
	wake_up_all(&queue);
}

__register void reg(struct callbacks *cbs)
{
	schedule_work(&item);
}

__unregister void unreg(struct callbacks *cbs)
{
	wait_event(queue, READ_ONCE(done));
	WARN_ON(READ_ONCE(result) != 1);
}

/**
 * strategy: wait-event-orders-acquire
 * title: a condition that acquires orders what is read after the wait
 * expect: holds NoWarning, NoDeadlock, UnregisterCompletes
 * expect weak: holds NoWarning, NoDeadlock, UnregisterCompletes
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
	wait_event(queue, smp_load_acquire(&done));
	WARN_ON(READ_ONCE(result) != 1);
}

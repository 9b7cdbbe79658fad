struct callbacks {
	void (*f)(void);
	wait_queue_head_t own;
};

static struct callbacks *ptr;
static bool done;
static atomic_t count;
static DECLARE_WAIT_QUEUE_HEAD(queue);

__register void reg(struct callbacks *cbs)
{
	WRITE_ONCE(ptr, cbs);
}

__unregister void unreg(struct callbacks *cbs)
{
	WRITE_ONCE(ptr, NULL);
	wake_up(&cbs->own);
	wait_event_timeout(queue, atomic_inc_return(&count) > 3, HZ);
	wait_event_timeout(queue, READ_ONCE(done), msecs_to_jiffies(done++));
	wait_event(queue);
	wake_up_all(queue);
	if (signal_pending(ptr))
		return;
	msleep(reg(cbs));
}

__nmi void strikes(void)
{
	wake_up(&queue);
}

__irq void reader(void)
{
	init_waitqueue_head(&queue);
}

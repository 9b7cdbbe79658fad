struct callbacks {
	void (*f)(void);
};

static struct callbacks *ptr;
static bool done;
static DECLARE_WAIT_QUEUE_HEAD(queue);

__register void reg(struct callbacks *cbs)
{
	WRITE_ONCE(ptr, cbs);
	WRITE_ONCE(done, true);
	wake_up(&queue);
}

__unregister void unreg(struct callbacks *cbs)
{
	WRITE_ONCE(ptr, NULL);
}

__task void reader(void)
{
	wait_event_interruptible(queue, READ_ONCE(done));
}

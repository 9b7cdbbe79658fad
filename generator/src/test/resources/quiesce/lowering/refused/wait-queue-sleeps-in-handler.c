struct callbacks {
	void (*f)(void);
};

static struct callbacks *ptr;
static bool done;
static DECLARE_WAIT_QUEUE_HEAD(queue);

__register void reg(struct callbacks *cbs)
{
	WRITE_ONCE(ptr, cbs);
}

__unregister void unreg(struct callbacks *cbs)
{
	WRITE_ONCE(ptr, NULL);
	wake_up(&queue);
}

__irq void reader(void)
{
	wait_event(queue, READ_ONCE(done));
}

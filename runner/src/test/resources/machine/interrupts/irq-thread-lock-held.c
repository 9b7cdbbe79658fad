/**
 * strategy: irq-thread-lock-held
 * title: with a mutex that the thread takes it waits for ever
 * expect: violates NoDeadlock, UnregisterCompletes, ReadersComplete
 * expect weak: violates NoDeadlock
 */
#define IRQ 31

static int seen;
static DEFINE_MUTEX(lock);

static irqreturn_t interrupt(int irq, void *dev_id)
{
	return IRQ_WAKE_THREAD;
}

static irqreturn_t handle(int irq, void *dev_id)
{
	mutex_lock(&lock);
	seen = 1;
	mutex_unlock(&lock);
	return IRQ_HANDLED;
}

static int __init thread_init(void)
{
	return request_threaded_irq(IRQ, interrupt, handle, 0, "thread", &seen);
}
module_init(thread_init);

static void __exit thread_exit(void)
{
	mutex_lock(&lock);
	free_irq(IRQ, &seen);
	mutex_unlock(&lock);
}
module_exit(thread_exit);

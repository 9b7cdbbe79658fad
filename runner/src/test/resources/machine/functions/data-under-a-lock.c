/**
 * strategy: data-under-a-lock
 * title: a function and its data change and are read under one lock
 * expect: holds ConsistentSnapshot
 * expect weak: holds ConsistentSnapshot
 */
static DEFINE_SPINLOCK(lock);
static void (*fn)(void *data);
static void *fn_data;

__register void hook_set(void (*f)(void *data), void *data)
{
	unsigned long flags;

	spin_lock_irqsave(&lock, flags);
	fn = f;
	fn_data = data;
	spin_unlock_irqrestore(&lock, flags);
}

__unregister void hook_clear(void)
{
	unsigned long flags;

	spin_lock_irqsave(&lock, flags);
	fn = NULL;
	fn_data = NULL;
	spin_unlock_irqrestore(&lock, flags);
}

__irq void sample(void)
{
	spin_lock(&lock);
	if (fn)
		fn(fn_data);
	spin_unlock(&lock);
}

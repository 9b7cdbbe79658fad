// SPDX-License-Identifier: Apache-2.0
/**
 * strategy: event-thread-fixed
 * title: a thread hands events to a monitor until it is stopped
 * source: original file, in the style of the kernel
 * expect: holds NoNullDereference, NoUseBeforeInit, NoDereferenceAfterTeardown, PriorReadersComplete
 */
#include <linux/err.h>
#include <linux/kthread.h>
#include <linux/module.h>
#include <linux/mutex.h>
#include <linux/sched.h>
#include <linux/wait.h>

struct evmon {
	void	(*event)(struct evmon *mon, unsigned int seq);
	void	*priv;
};

static DEFINE_MUTEX(evmon_mutex);
static struct evmon *evmon;
static struct task_struct *evmon_task;
static DECLARE_WAIT_QUEUE_HEAD(evmon_wait);
static atomic_t evmon_pending = ATOMIC_INIT(0);

static int evmon_thread(void *data)
{
	struct evmon *mon = data;
	unsigned int seq = 0;

	while (!kthread_should_stop()) {
		wait_event_interruptible(evmon_wait,
					 atomic_read(&evmon_pending) ||
					 kthread_should_stop());
		if (!atomic_xchg(&evmon_pending, 0))
			continue;

		mon->event(mon, seq++);
		cond_resched();
	}

	return 0;
}

/**
 * evmon_start - let a monitor have the events
 * @mon: the monitor
 *
 * Return: 0, -EBUSY, or why there is no thread.
 */
__register int evmon_start(struct evmon *mon)
{
	int err = 0;

	mutex_lock(&evmon_mutex);
	if (evmon) {
		err = -EBUSY;
		goto out;
	}

	evmon_task = kthread_run(evmon_thread, mon, "evmon");
	if (IS_ERR(evmon_task)) {
		err = PTR_ERR(evmon_task);
		evmon_task = NULL;
		goto out;
	}
	evmon = mon;
out:
	mutex_unlock(&evmon_mutex);
	return err;
}
EXPORT_SYMBOL_GPL(evmon_start);

/* From the interrupt of the event unit. */
__irq void evmon_notify(void)
{
	atomic_set(&evmon_pending, 1);
	wake_up_interruptible(&evmon_wait);
}

/**
 * evmon_stop - no event any more
 * @mon: the monitor; it may be freed when this returns
 */
__unregister void evmon_stop(struct evmon *mon)
{
	mutex_lock(&evmon_mutex);
	if (evmon != mon) {
		mutex_unlock(&evmon_mutex);
		return;
	}
	kthread_stop(evmon_task);
	evmon_task = NULL;
	evmon = NULL;
	mutex_unlock(&evmon_mutex);
}
EXPORT_SYMBOL_GPL(evmon_stop);

MODULE_DESCRIPTION("Event monitor");
MODULE_LICENSE("GPL");

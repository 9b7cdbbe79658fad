// SPDX-License-Identifier: Apache-2.0
/**
 * strategy: timer-rearm
 * title: a timer queues the work that arms it again
 * source: original file, in the style of the kernel
 * expect: holds NoNullDereference, NoUseBeforeInit, NoDereferenceAfterTeardown, PriorReadersComplete, NoDeadlock, UnregisterCompletes
 */
#include <linux/container_of.h>
#include <linux/export.h>
#include <linux/jiffies.h>
#include <linux/slab.h>
#include <linux/timer.h>
#include <linux/workqueue.h>

#define PULSE_PERIOD	(HZ / 4)

typedef void (*pulse_fn_t)(void *data, unsigned int seq);

struct pulse {
	struct timer_list timer;
	struct work_struct work;
	pulse_fn_t fn;
	void *data;
	unsigned int seq;
};

static void pulse_timer(struct timer_list *t)
{
	struct pulse *p = timer_container_of(p, t, timer);

	schedule_work(&p->work);
}

static void pulse_work(struct work_struct *work)
{
	struct pulse *p = container_of(work, struct pulse, work);

	p->fn(p->data, p->seq++);
	mod_timer(&p->timer, jiffies + PULSE_PERIOD);
}

/**
 * pulse_start - call a function four times a second, where it may sleep
 * @fn: the function
 * @data: its first argument
 *
 * Return: what pulse_stop() wants, or NULL if there is no memory.
 */
__register struct pulse *pulse_start(pulse_fn_t fn, void *data)
{
	struct pulse *p;

	p = kzalloc(sizeof(*p), GFP_KERNEL);
	if (!p)
		return NULL;

	p->fn = fn;
	p->data = data;
	timer_setup(&p->timer, pulse_timer, 0);
	INIT_WORK(&p->work, pulse_work);
	mod_timer(&p->timer, jiffies + PULSE_PERIOD);
	return p;
}
EXPORT_SYMBOL_GPL(pulse_start);

/**
 * pulse_stop - the function is not called any more
 * @p: from pulse_start()
 */
__unregister void pulse_stop(struct pulse *p)
{
	timer_shutdown_sync(&p->timer);
	cancel_work_sync(&p->work);
	kfree(p);
}
EXPORT_SYMBOL_GPL(pulse_stop);

// SPDX-License-Identifier: Apache-2.0
/**
 * strategy: rcu-callback-exit-fixed
 * title: a module that frees its old limits by call_rcu()
 * source: original file, written in the style of the kernel
 * expect: holds NoNullDereference, NoUseBeforeInit, NoDereferenceAfterTeardown,
 *     PriorReadersComplete, NoDeadlock
 */
#include <linux/container_of.h>
#include <linux/interrupt.h>
#include <linux/jiffies.h>
#include <linux/module.h>
#include <linux/rcupdate.h>
#include <linux/slab.h>
#include <linux/workqueue.h>

#define LIM_IRQ		31
#define LIM_PERIOD	(10 * HZ)

struct limits {
	unsigned int low;
	unsigned int high;
	struct rcu_head rcu;
};

static struct limits __rcu *limits;
static atomic_t nr_alarms = ATOMIC_INIT(0);

static void limits_free_rcu(struct rcu_head *head)
{
	kfree(container_of(head, struct limits, rcu));
}

static irqreturn_t lim_interrupt(int irq, void *dev_id)
{
	struct limits *lim;
	unsigned int nr = atomic_read(&nr_alarms);

	rcu_read_lock();
	lim = rcu_dereference(limits);
	if (lim && nr >= lim->low && nr < lim->high)
		atomic_inc(&nr_alarms);
	rcu_read_unlock();
	return IRQ_HANDLED;
}

static void lim_refresh(struct work_struct *work)
{
	struct limits *lim, *old;

	lim = kzalloc(sizeof(*lim), GFP_KERNEL);
	if (!lim)
		goto again;
	lim->high = 100;

	/* Nobody else writes: the work item does not run twice at a time. */
	old = rcu_replace_pointer(limits, lim, true);
	if (old)
		call_rcu(&old->rcu, limits_free_rcu);
again:
	schedule_delayed_work(to_delayed_work(work), LIM_PERIOD);
}
static DECLARE_DELAYED_WORK(lim_work, lim_refresh);

static int __init lim_init(void)
{
	int ret;

	ret = request_irq(LIM_IRQ, lim_interrupt, 0, "limits", &limits);
	if (ret)
		return ret;
	schedule_delayed_work(&lim_work, 0);
	return 0;
}
module_init(lim_init);

static void __exit lim_exit(void)
{
	cancel_delayed_work_sync(&lim_work);
	free_irq(LIM_IRQ, &limits);
	/* No reader is left. */
	kfree(rcu_dereference_protected(limits, true));
	/* limits_free_rcu() is text of this module. */
	rcu_barrier();
}
module_exit(lim_exit);

MODULE_DESCRIPTION("Alarm limits");
MODULE_LICENSE("GPL");

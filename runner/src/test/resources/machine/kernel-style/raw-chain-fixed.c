// SPDX-License-Identifier: Apache-2.0
/**
 * strategy: raw-chain-fixed
 * title: a dock calls those on a raw chain under the lock
 * source: original file, in the style of the kernel
 * expect: holds NoNullDereference, NoUseBeforeInit, NoDereferenceAfterTeardown, PriorReadersComplete
 */
#include <linux/export.h>
#include <linux/init.h>
#include <linux/interrupt.h>
#include <linux/notifier.h>
#include <linux/spinlock.h>

#define DOCK_IRQ	17

enum dock_event {
	DOCK_ATTACHED = 1,
	DOCK_DETACHED,
};

static RAW_NOTIFIER_HEAD(dock_chain);
static DEFINE_SPINLOCK(dock_chain_lock);
static bool dock_present;

/**
 * dock_register_notifier - be called when the dock comes or goes
 * @nb: the notifier block
 */
__register int dock_register_notifier(struct notifier_block *nb)
{
	unsigned long flags;
	int ret;

	spin_lock_irqsave(&dock_chain_lock, flags);
	ret = raw_notifier_chain_register(&dock_chain, nb);
	spin_unlock_irqrestore(&dock_chain_lock, flags);

	return ret;
}
EXPORT_SYMBOL_GPL(dock_register_notifier);

/**
 * dock_unregister_notifier - not to be called any more
 * @nb: the notifier block, unused when this returns
 */
__unregister int dock_unregister_notifier(struct notifier_block *nb)
{
	unsigned long flags;
	int ret;

	spin_lock_irqsave(&dock_chain_lock, flags);
	ret = raw_notifier_chain_unregister(&dock_chain, nb);
	spin_unlock_irqrestore(&dock_chain_lock, flags);

	return ret;
}
EXPORT_SYMBOL_GPL(dock_unregister_notifier);

static int dock_notify(enum dock_event event)
{
	int ret;

	spin_lock(&dock_chain_lock);
	ret = raw_notifier_call_chain(&dock_chain, event, NULL);
	spin_unlock(&dock_chain_lock);

	return notifier_to_errno(ret);
}

static irqreturn_t dock_interrupt(int irq, void *dev_id)
{
	bool present = !READ_ONCE(dock_present);
	int err;

	WRITE_ONCE(dock_present, present);
	err = dock_notify(present ? DOCK_ATTACHED : DOCK_DETACHED);
	if (err)
		pr_warn("dock: somebody objects: %d\n", err);

	return IRQ_HANDLED;
}

static int __init dock_init(void)
{
	return request_irq(DOCK_IRQ, dock_interrupt, IRQF_SHARED, "dock", &dock_chain);
}
device_initcall(dock_init);

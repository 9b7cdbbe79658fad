// SPDX-License-Identifier: Apache-2.0
/**
 * strategy: dev-ops-irq
 * title: operations of a mailbox, called by its interrupt outside the lock
 * source: original file, in the style of the kernel
 * expect: holds NoNullDereference, NoUseBeforeInit, NoDereferenceAfterTeardown, PriorReadersComplete, NoDeadlock, UnregisterCompletes
 * expect weak: holds NoNullDereference, NoUseBeforeInit, NoDereferenceAfterTeardown, PriorReadersComplete
 */
#include <linux/export.h>
#include <linux/init.h>
#include <linux/interrupt.h>
#include <linux/io.h>
#include <linux/spinlock.h>

#define MBX_PHYS	0x40020000
#define MBX_WORD	0x04
#define MBX_IRQ		24
#define MBX_FAULT	0x80000000u

struct mbx_dev;

struct mbx_ops {
	void (*word)(struct mbx_dev *mbx, u32 word);
	void (*fault)(struct mbx_dev *mbx, u32 cause);
};

struct mbx_dev {
	spinlock_t lock;	/* protects ops */
	const struct mbx_ops *ops;
	void __iomem *base;
	int irq;
};

static struct mbx_dev mbx0 = {
	.lock = __SPIN_LOCK_UNLOCKED(mbx0.lock),
	.irq = MBX_IRQ,
};

static irqreturn_t mbx_interrupt(int irq, void *dev_id)
{
	struct mbx_dev *mbx = dev_id;
	const struct mbx_ops *ops;
	u32 word;

	spin_lock(&mbx->lock);
	word = readl(mbx->base + MBX_WORD);
	ops = mbx->ops;
	spin_unlock(&mbx->lock);

	if (!ops)
		return IRQ_NONE;

	if (word & MBX_FAULT)
		ops->fault(mbx, word & ~MBX_FAULT);
	else
		ops->word(mbx, word);
	return IRQ_HANDLED;
}

__register int mbx_attach(const struct mbx_ops *ops)
{
	bool busy;

	spin_lock_irq(&mbx0.lock);
	busy = mbx0.ops;
	if (!busy)
		mbx0.ops = ops;
	spin_unlock_irq(&mbx0.lock);
	return busy ? -EBUSY : 0;
}
EXPORT_SYMBOL_GPL(mbx_attach);

/* The operations may go away when this has returned. */
__unregister void mbx_detach(const struct mbx_ops *ops)
{
	spin_lock_irq(&mbx0.lock);
	if (mbx0.ops == ops)
		mbx0.ops = NULL;
	spin_unlock_irq(&mbx0.lock);
	synchronize_irq(mbx0.irq);
}
EXPORT_SYMBOL_GPL(mbx_detach);

static int __init mbx_init(void)
{
	mbx0.base = ioremap(MBX_PHYS, PAGE_SIZE);
	if (!mbx0.base)
		return -ENOMEM;
	return request_irq(mbx0.irq, mbx_interrupt, 0, "mbx", &mbx0);
}
device_initcall(mbx_init);

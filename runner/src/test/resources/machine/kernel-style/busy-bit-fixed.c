// SPDX-License-Identifier: Apache-2.0
/**
 * strategy: busy-bit
 * title: two bits, ready and busy, guard the operations of a scale
 * source: original file, in the style of the kernel
 * expect: holds NoNullDereference, NoUseBeforeInit, NoDereferenceAfterTeardown, PriorReadersComplete
 */
#include <linux/bitops.h>
#include <linux/errno.h>
#include <linux/export.h>
#include <linux/sched.h>
#include <linux/wait_bit.h>

/* bits of scale_flags */
#define SCALE_READY	0
#define SCALE_BUSY	1

struct scale_ops {
	int (*weigh)(void *priv, unsigned int unit);
};

static unsigned long scale_flags;
static const struct scale_ops *scale_ops;
static void *scale_priv;

/**
 * scale_bind - bind the driver of the scale
 * @ops: its operations
 * @priv: their first argument
 *
 * The caller binds one driver at a time.
 */
__register void scale_bind(const struct scale_ops *ops, void *priv)
{
	scale_ops = ops;
	scale_priv = priv;
	smp_mb__before_atomic();
	set_bit(SCALE_READY, &scale_flags);
}
EXPORT_SYMBOL_GPL(scale_bind);

/* No operation runs when this has returned. */
__unregister void scale_unbind(void)
{
	clear_bit(SCALE_READY, &scale_flags);
	smp_mb__after_atomic();
	wait_on_bit(&scale_flags, SCALE_BUSY, TASK_UNINTERRUPTIBLE);
}
EXPORT_SYMBOL_GPL(scale_unbind);

/**
 * scale_weigh - weigh what lies on the scale
 * @unit: of the result
 *
 * Context: may sleep.
 * Return: the weight, -EBUSY if somebody else weighs, -ENODEV without a driver.
 */
__task int scale_weigh(unsigned int unit)
{
	int ret = -ENODEV;

	if (!test_bit(SCALE_READY, &scale_flags))
		return -ENODEV;
	if (test_and_set_bit(SCALE_BUSY, &scale_flags))
		return -EBUSY;

	if (test_bit(SCALE_READY, &scale_flags)) {
		smp_rmb();
		ret = scale_ops->weigh(scale_priv, unit);
	}

	clear_and_wake_up_bit(SCALE_BUSY, &scale_flags);
	return ret;
}

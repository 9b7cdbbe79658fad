// SPDX-License-Identifier: Apache-2.0
/**
 * strategy: fn-data-pair
 * title: a function and its data, for alerts of a sensor
 * source: original file, in the style of the kernel
 * expect: holds NoNullDereference, NoUseBeforeInit, NoDereferenceAfterTeardown, PriorReadersComplete
 * expect: n/a ConsistentSnapshot
 * expect weak: holds NoNullDereference, NoUseBeforeInit, NoDereferenceAfterTeardown, PriorReadersComplete
 */
#include <linux/errno.h>
#include <linux/export.h>
#include <linux/lockdep.h>
#include <linux/mutex.h>
#include <linux/rcupdate.h>
#include <linux/slab.h>

typedef void (*alert_fn_t)(void *data, unsigned int code);

struct alert_sink {
	alert_fn_t fn;
	void *data;
};

static DEFINE_MUTEX(alert_mutex);
static struct alert_sink __rcu *alert_sink;

/**
 * alert_sink_set - say where alerts go
 * @fn: called from the interrupt of the sensor
 * @data: first argument of @fn
 *
 * Return: 0, or a negative error code.
 */
__register int alert_sink_set(alert_fn_t fn, void *data)
{
	int ret = 0;
	struct alert_sink *sink;

	sink = kmalloc(sizeof(*sink), GFP_KERNEL);
	if (!sink)
		return -ENOMEM;
	sink->fn = fn;
	sink->data = data;

	mutex_lock(&alert_mutex);
	if (rcu_access_pointer(alert_sink)) {
		kfree(sink);
		ret = -EBUSY;
		goto out;
	}
	rcu_assign_pointer(alert_sink, sink);
out:
	mutex_unlock(&alert_mutex);
	return ret;
}
EXPORT_SYMBOL_GPL(alert_sink_set);

/**
 * alert_sink_clear - alerts go nowhere
 *
 * The function is not running any more when this returns.
 */
__unregister void alert_sink_clear(void)
{
	struct alert_sink *old;

	mutex_lock(&alert_mutex);
	old = rcu_replace_pointer(alert_sink, NULL, lockdep_is_held(&alert_mutex));
	mutex_unlock(&alert_mutex);

	synchronize_rcu();
	kfree(old);
}
EXPORT_SYMBOL_GPL(alert_sink_clear);

__irq void alert_raise(unsigned int code)
{
	struct alert_sink *sink;

	rcu_read_lock();
	sink = rcu_dereference(alert_sink);
	if (sink)
		sink->fn(sink->data, code);
	rcu_read_unlock();
}

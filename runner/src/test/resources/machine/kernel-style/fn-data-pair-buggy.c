// SPDX-License-Identifier: Apache-2.0
/**
 * strategy: fn-data-pair
 * title: a function and its data, for alerts of a sensor
 * source: original file, in the style of the kernel
 * note: the function may be called with data that is not its own (NULL)
 * expect: violates ConsistentSnapshot
 * expect: holds NoNullDereference, NoUseBeforeInit, NoDereferenceAfterTeardown, PriorReadersComplete
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
static struct alert_sink alert_sink;

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

	mutex_lock(&alert_mutex);
	if (alert_sink.fn) {
		ret = -EBUSY;
		goto out;
	}
	WRITE_ONCE(alert_sink.data, data);
	smp_store_release(&alert_sink.fn, fn);
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
	mutex_lock(&alert_mutex);
	WRITE_ONCE(alert_sink.fn, NULL);
	WRITE_ONCE(alert_sink.data, NULL);
	mutex_unlock(&alert_mutex);

	synchronize_rcu();
}
EXPORT_SYMBOL_GPL(alert_sink_clear);

__irq void alert_raise(unsigned int code)
{
	alert_fn_t fn;

	rcu_read_lock();
	fn = smp_load_acquire(&alert_sink.fn);
	if (fn)
		fn(READ_ONCE(alert_sink.data), code);
	rcu_read_unlock();
}

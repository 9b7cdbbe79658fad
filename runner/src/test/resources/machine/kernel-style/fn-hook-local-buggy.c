// SPDX-License-Identifier: Apache-2.0
/**
 * strategy: fn-hook-local
 * title: a function pointer that may veto an idle state
 * source: original file, in the style of the kernel
 * expect: violates NoNullDereference
 */
#include <linux/atomic.h>
#include <linux/bug.h>
#include <linux/errno.h>
#include <linux/export.h>
#include <linux/preempt.h>
#include <linux/rcupdate.h>

#define DOZE_STATE_MAX	4

typedef int (*doze_filter_fn)(int cpu, int state);

static doze_filter_fn doze_filter __read_mostly;

/**
 * doze_filter_set - install the filter of idle states
 * @fn: gets the state that was picked, gives the state to use
 *
 * Return: 0, -EINVAL without a function, -EBUSY if there is a filter.
 */
__register int doze_filter_set(doze_filter_fn fn)
{
	if (!fn)
		return -EINVAL;

	if (cmpxchg(&doze_filter, NULL, fn))
		return -EBUSY;

	return 0;
}
EXPORT_SYMBOL_GPL(doze_filter_set);

/**
 * doze_filter_clear - take the filter out again
 * @fn: the function that was given to doze_filter_set()
 *
 * Nobody runs @fn any more when this has returned.
 */
__unregister void doze_filter_clear(doze_filter_fn fn)
{
	if (WARN_ON_ONCE(cmpxchg(&doze_filter, fn, NULL) != fn))
		return;

	/* doze_pick() has preemption off around the call. */
	synchronize_rcu();
}
EXPORT_SYMBOL_GPL(doze_filter_clear);

/* Picks the state for this CPU; from the idle loop, as a task. */
__task int doze_pick(int cpu, int state)
{
	preempt_disable();
	if (doze_filter)
		state = doze_filter(cpu, state);
	preempt_enable();

	return state > DOZE_STATE_MAX ? DOZE_STATE_MAX : state;
}

/**
 * strategy: function-tested-and-loaded-again
 * title: between the test and the call the function may be cleared
 * expect: violates NoNullDereference
 */
typedef int (*filter_fn)(int state);

static filter_fn filter;

__register int set(filter_fn fn)
{
	return cmpxchg(&filter, NULL, fn) ? -EBUSY : 0;
}

__unregister void clear(filter_fn fn)
{
	if (WARN_ON(cmpxchg(&filter, fn, NULL) != fn))
		return;
	synchronize_rcu();
}

__task int pick(int state)
{
	preempt_disable();
	if (READ_ONCE(filter))
		state = READ_ONCE(filter)(state);
	preempt_enable();

	return state;
}

/**
 * strategy: function-loaded-again-by-the-compiler
 * title: a plain load may be repeated at the call
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
	filter_fn fn;

	preempt_disable();
	fn = filter;
	if (fn)
		state = fn(state);
	preempt_enable();

	return state;
}

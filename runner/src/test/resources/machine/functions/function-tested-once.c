/**
 * strategy: function-tested-once
 * title: the function that was tested is the one that is called
 * expect: holds NoNullDereference, NoUseBeforeInit, NoDereferenceAfterTeardown, PriorReadersComplete
 * expect weak: holds NoNullDereference, NoUseBeforeInit, NoDereferenceAfterTeardown, PriorReadersComplete
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
	fn = READ_ONCE(filter);
	if (fn)
		state = fn(state);
	preempt_enable();

	return state;
}

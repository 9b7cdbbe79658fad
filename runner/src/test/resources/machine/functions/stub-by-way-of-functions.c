/**
 * strategy: stub-by-way-of-functions
 * title: a function of the file is returned, chosen, assigned to a parameter
 * expect: holds NoNullDereference, NoDereferenceAfterTeardown, NoWarning
 */
typedef int (*pick_fn)(int cpu);

static int nobody(int cpu)
{
	return -1;
}

static pick_fn pick;

static pick_fn chosen(pick_fn fn)
{
	return fn ?: nobody;
}

static int call(pick_fn fn, int cpu)
{
	if (cpu > 1)
		fn = nobody;
	return fn(cpu);
}

__register void set(pick_fn fn)
{
	rcu_assign_pointer(pick, fn);
}

__unregister void clear(void)
{
	rcu_assign_pointer(pick, NULL);
	synchronize_rcu();
}

__irq void interrupt(int cpu)
{
	pick_fn fn = chosen(rcu_dereference(pick));

	if (fn == nobody)
		WARN_ON(nobody(cpu) != -1);
	else
		call(fn, cpu);
}

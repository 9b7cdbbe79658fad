/**
 * strategy: on-each-cpu-given-no-wait
 * title: nobody waits until each CPU has given up its hook
 * expect: violates NoDereferenceAfterTeardown, PriorReadersComplete
 * expect: holds NoNullDereference, UnregisterCompletes
 */
struct tick_hook {
	void (*fn)(struct tick_hook *hook, int cpu);
};

static DEFINE_PER_CPU(struct tick_hook *, tick_hook);

static void tick_hook_set_local(void *info)
{
	__this_cpu_write(tick_hook, info);
}

__register void tick_hook_register(struct tick_hook *hook)
{
	on_each_cpu(tick_hook_set_local, hook, true);
}

__unregister void tick_hook_unregister(struct tick_hook *hook)
{
	on_each_cpu(tick_hook_set_local, NULL, false);
}

__irq void tick_hook_run(void)
{
	struct tick_hook *hook = __this_cpu_read(tick_hook);

	if (hook)
		hook->fn(hook, smp_processor_id());
}

void sample(void)
{
	list_for_each_entry(a, b, c)
		call(a);
	for_each_cpu_wrap(cpu) {
		call(cpu);
	}
	walk_each(rcu) {
		call();
	}
	return;
}

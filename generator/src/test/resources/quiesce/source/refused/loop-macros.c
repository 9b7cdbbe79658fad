void sample(void)
{
	list_for_each_entry(a, b, c)
		call(a);
	for_each_online_cpu(cpu) {
		call(cpu);
	}
	walk_each(rcu) {
		call();
	}
	return;
}

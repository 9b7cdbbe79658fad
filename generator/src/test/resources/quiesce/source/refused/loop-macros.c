void sample(void)
{
	list_for_each_entry(a, b, c)
		call(a);
	for_each_online_cpu(cpu) {
		call(cpu);
	}
	scoped_guard(rcu) {
		call();
	}
	return;
}

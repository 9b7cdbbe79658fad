void sample(void)
{
	for_each_possible_cpu(p->cpu)
		call();
	for_each_possible_cpu()
		call();
	return;
}

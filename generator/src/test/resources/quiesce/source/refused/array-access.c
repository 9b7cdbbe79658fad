void sample(void)
{
	x = cpus[3];
	cpus[i] = x;
	p->list[0]->call();
	return;
}

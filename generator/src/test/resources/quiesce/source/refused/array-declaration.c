void sample(void)
{
	int list[3];
	struct callbacks *all[NR_CPUS] = { NULL };
	int open[];
	return;
}

void sample(void)
{
	int __attribute__((unused)) x;
	int y __attribute__((aligned(8))) = 3;
	return;
}

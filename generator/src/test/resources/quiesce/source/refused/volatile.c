void sample(void)
{
	volatile int x;
	struct callbacks *volatile p;
	return;
}

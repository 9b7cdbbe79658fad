void sample(void)
{
	__nmi int x;
	int y __task;
	return;
}

void sample(void)
{
	x = 3 y = 4;
	call() call();
	fine();
	return;
}

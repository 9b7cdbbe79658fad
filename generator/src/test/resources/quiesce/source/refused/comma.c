void sample(void)
{
	a(), b();
	if (a, b)
		call();
	return;
}

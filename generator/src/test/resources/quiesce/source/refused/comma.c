void sample(void)
{
	a(), b();
	if (a, b)
		call();
	x = (a, b);
	return;
}

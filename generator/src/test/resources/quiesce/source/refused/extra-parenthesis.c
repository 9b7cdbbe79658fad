void sample(void)
{
	if (a))
		call();
	x = a);
	y = b + 1;
	return;
}

void sample(void)
{
	if (a < b || a > b || a <= b || a >= b)
		call();
	return;
}

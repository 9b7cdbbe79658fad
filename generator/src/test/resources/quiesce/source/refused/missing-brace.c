void sample(void)
{
	if (a) {
		call();

	*x = 2;
}

static void other(void)
{
	*y = 2;
}

void sample(void)
{
	if (a) {
		call();

	x++;
}

static void other(void)
{
	y++;
}

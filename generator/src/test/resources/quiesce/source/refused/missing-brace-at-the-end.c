void sample(void)
{
	if (a) {
		*x = 2;

void sample(void)
{
	if (a) {
		x++;

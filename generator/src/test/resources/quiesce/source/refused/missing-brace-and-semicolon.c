void sample(void)
{
	x = 3

__nmi void other(void)
{
	if (a && (b)

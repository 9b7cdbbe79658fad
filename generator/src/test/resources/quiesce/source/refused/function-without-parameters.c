void sample
{
	*x = 2;
}
int x, f(void)
{
}
int y, g(void);

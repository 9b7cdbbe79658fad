void sample
{
	x++;
}
int x, f(void)
{
}
int y, g(void);

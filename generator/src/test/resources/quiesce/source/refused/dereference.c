void sample(void)
{
	*f() = 1;
	1 = *p;
	&*p = x;
	*p + 1 = x;
}

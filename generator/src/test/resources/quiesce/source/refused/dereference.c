void sample(void)
{
	x = *p;
	*p = x;
	WRITE_ONCE(*p, x);
	return;
}

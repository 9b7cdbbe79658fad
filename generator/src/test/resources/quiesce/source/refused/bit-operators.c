void sample(void)
{
	x = a << 2;
	x = a >> 2;
	return;
}

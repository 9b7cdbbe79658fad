void sample(void)
{
	x /= 2;
	x %= 2;
	return;
}

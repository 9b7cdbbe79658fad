void sample(void)
{
	x = a + 1;
	x = a - 1;
	x = a * 2;
	x = a / 2;
	x = a % 2;
	x = -a;
	x = -1;
	return;
}

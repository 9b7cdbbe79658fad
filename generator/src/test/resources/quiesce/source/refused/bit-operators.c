void sample(void)
{
	x = a | b;
	x = a & b;
	x = a ^ b;
	x = ~a;
	x = a << 2;
	x = a >> 2;
	return;
}

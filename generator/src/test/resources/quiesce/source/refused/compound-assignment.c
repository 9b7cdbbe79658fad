void sample(void)
{
	x += 1;
	x |= FLAG;
	x <<= 2;
	return;
}

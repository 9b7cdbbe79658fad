void sample(void)
{
	x = a ? b : c;
	y = a ?: c;
	return;
}

/* One of two values, and what is calculated with bits. */
int sample(void)
{
	x = a ? b : c;
	y = a ?: c;
	z = a ? b ? 1 : 2 : c ? 3 : 4;
	a ? call() : other();
	flags |= 1 << 3;
	x = !!(flags & 1 << 3) + (flags >> 2);
	x <<= 2;
	if (a ? b : !c)
		call(a ? 1 : 0, b == (c ? d : e));
	return ret < 0 ? ret : -+~1;
}

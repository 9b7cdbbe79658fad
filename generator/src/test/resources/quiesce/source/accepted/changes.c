/* What changes a variable, as a statement and as a value. */
void sample(void)
{
	x++;
	--x;
	x += 2;
	p->count -= y;
	per_cpu(x, cpu) |= 4;
	x = y = 0;
	last = !--p->users;
	if ((cbs = READ_ONCE(ptr)))
		call(x++, y--);
	while ((x = next()) != 0)
		x &= ~mask;
	for (i = 0; i < 3; i++, x ^= 1)
		x *= 2;
}

void sample(void)
{
	if ((cbs = READ_ONCE(p)))
		call();
	while (x = next())
		call();
	a = b = c;
	call(a = b);
	return;
}

void sample(void)
{
	if (a)
		call();
		call();
	else
		call();
	fine(b / 2);
	return;
}

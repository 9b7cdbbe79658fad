void sample(void)
{
	if (a)
		call();
		call();
	else
		call();
	fine(*b);
	return;
}

void sample(void)
{
	if ()
		call();
	while ()
		call();
	return;
}

void sample(void)
{
	for (i = 0; i < 3; i++)
		call(i, x++);
	return;
}

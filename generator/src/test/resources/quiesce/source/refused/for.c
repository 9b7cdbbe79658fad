void sample(void)
{
	for (i = sizeof(int); i < sizeof(long); i = sizeof(char))
		call(sizeof(short));
	for (i = 0; i < 3)
		call();
	for (i = 0, i < 3, i = i + 1)
		call();
	return;
}

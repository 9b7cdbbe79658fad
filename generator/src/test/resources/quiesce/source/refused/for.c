void sample(void)
{
	for (i = *p; i < *p; i = *p)
		call(*p);
	for (i = 0; i < 3)
		call();
	for (i = 0, i < 3, i = i + 1)
		call();
	return;
}

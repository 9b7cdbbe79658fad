void sample(void)
{
	if (a)
		int x = 3;
	else
		int y;
	while (a)
		bool b;
	return;
}

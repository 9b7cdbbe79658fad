void sample(void)
{
	do {
		if (b)
			continue;
	} while (a);
	continue;
	return;
}

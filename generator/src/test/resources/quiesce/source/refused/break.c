void sample(void)
{
	while (a) {
		if (b)
			break;
	}
	return;
}

void sample(void)
{
	while (a) {
		if (b)
			break;
	}
	if (b)
		break;
	{
		break;
	}
	return;
}

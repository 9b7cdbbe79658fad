void sample(void)
{
	case 3:
		call();
	default:
		call();
	switch (x) {
	case 1:
		while (y) {
	case 2:
			call();
		}
	}
	return;
}

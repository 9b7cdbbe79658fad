void sample(void)
{
	switch (mode) {
	case 0:
	case 1 ... 3:
		call();
		continue;
	default:
		*x = 1;
	}
	fallthrough;
	return;
}

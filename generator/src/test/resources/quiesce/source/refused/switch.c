void sample(void)
{
	switch (mode) {
	case 0:
	case 1 ... 3:
		call();
		break;
	default:
		x += 1;
	}
	return;
}

/* Labels, what follows them, and what leads out. */
void sample(void)
{
	switch (call(x)) {
	case 0:
		first();
		break;
	case -1:
	case 1 << 2: {
		int y = 2;

		second(y);
		fallthrough;
	}
	default:
		third();
	case FLAG:
		while (b)
			break;
		return;
	}
	switch (x)
	case 1:
		fourth();
	for (;;) {
		switch (y) {
		case 1:
			continue;
		default:
		}
		break;
	}
}

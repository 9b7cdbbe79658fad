void sample(void)
{
	switch (a) {
	case 1:
		while (b)
			break;
		break;
	}
	return;
}

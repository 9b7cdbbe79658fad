/* Loops, and what leads out of them. */
void sample(void)
{
	for (i = 0; i < 3; i = i + 1)
		call(i);
	for (int k = 0, n = 2; k < n; k = k + 1, n = n - 1) {
		if (k == 1)
			continue;
		call(k);
	}
	for (;;) {
		if (done())
			break;
	}
	for (begin(), x = 1; ; step())
		break;
	while (1) {
		do
			if (b)
				break;
			else
				continue;
		while (a);
		break;
	}
	for_each_possible_cpu(cpu) {
		if (per_cpu(x, cpu))
			continue;
		break;
	}
	first(), second();
}

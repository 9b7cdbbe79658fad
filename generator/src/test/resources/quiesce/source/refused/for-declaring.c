void sample(void)
{
	for (int i = 0; ; ) {
		p.x = 1;
	}
	return;
}

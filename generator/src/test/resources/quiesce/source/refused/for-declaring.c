void sample(void)
{
	for (int i = 0; ; ) {
		f().x = 1;
	}
	return;
}

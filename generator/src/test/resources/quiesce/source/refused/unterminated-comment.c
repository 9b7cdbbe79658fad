void sample(void)
{
	x++;
	/* this goes
	 * on
	call();
}

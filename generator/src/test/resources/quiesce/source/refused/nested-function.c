void sample(void)
{
	void inner(void)
	{
		call();
	}
	void other(int);
	return;
}

void sample(void)
{
	static bool warned;
	if (!warned)
		call();
	return;
}

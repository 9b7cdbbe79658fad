void sample(void)
{
	int x = { 3 };
	return;
}

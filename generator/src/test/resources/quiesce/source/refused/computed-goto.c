void sample(void)
{
	goto *p;
	return;
}

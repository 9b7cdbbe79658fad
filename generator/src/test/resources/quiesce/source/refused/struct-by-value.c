void sample(void)
{
	struct callbacks cbs;
	struct callbacks other = *p;
	return;
}

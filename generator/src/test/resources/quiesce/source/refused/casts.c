void sample(void)
{
	cbs = (struct callbacks *)p;
	x = (unsigned long)y;
	y = (foo_t)x;
	z = (bool (*)(void))f;
	q = (void *)p;
	return;
}

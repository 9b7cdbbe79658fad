void sample(void)
{
	x = sizeof(struct callbacks);
	y = sizeof x;
	return;
}

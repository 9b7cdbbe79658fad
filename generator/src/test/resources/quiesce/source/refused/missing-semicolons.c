void sample(void)
{
	x = 3
	call()
	int y
	int z = call()
	struct callbacks *p
	z = 4
	do { } while (x)
	goto out
	out: return
	return;
}

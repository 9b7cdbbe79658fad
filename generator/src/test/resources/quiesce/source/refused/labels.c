void sample(void)
{
	goto nowhere;
	again:
	call();
	goto again;
	again:
	goto out;
	{
	out:
		call();
	}
	return;
}

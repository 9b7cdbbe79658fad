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
	goto middle;
	for_each_possible_cpu(cpu) {
		goto middle;
	middle:
		call();
	}
	return;
}

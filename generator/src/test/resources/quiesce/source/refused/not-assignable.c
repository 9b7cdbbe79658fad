void sample(void)
{
	3 = x;
	NULL = x;
	!a = x;
	&a = x;
	(a && b) = x;
	true = x;
	return;
}

void other(void)
{
	3++;
	--NULL;
	true += 1;
	x = 3 = y;
	(x = y) = 3;
}

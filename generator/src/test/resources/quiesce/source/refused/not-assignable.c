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

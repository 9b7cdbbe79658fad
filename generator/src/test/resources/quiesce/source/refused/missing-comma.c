void sample(void)
{
	call(a b);
	per_cpu(x cpu) = 3;
	return;
}

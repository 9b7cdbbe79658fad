void sample(void)
{
	int if = 3;
	struct return *x;
	call(while);
	return;
}

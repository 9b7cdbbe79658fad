void sample(void)
{
	if (a && (b) {
		call();
	}
	call(a, (b);
	while a
		call();
	fine();
	x = ;
	return;
}

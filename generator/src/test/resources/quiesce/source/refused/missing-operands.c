void sample(void)
{
	x = ;
	if (a && )
		call();
	call(a, );
	x = a b;
	!;
	p->;
	return;
}

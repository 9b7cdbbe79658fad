void sample(void)
{
	x = cbs.in_guest;
	call(&cbs.in_guest);
	if (cbs.is_in_guest())
		call();
	return;
}

void sample(void)
{
	x = f().in_guest;
	call(&f().in_guest);
	if (f()->p.is_in_guest())
		call();
	return;
}

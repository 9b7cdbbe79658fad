void sample(void)
{
	x = @;
	y = a  $ b;
	z = café;
	`x;
	return;
}

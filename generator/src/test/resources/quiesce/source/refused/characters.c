void sample(void)
{
	x = 'ab';
	call('\377');
	call('\q');
	return;
}

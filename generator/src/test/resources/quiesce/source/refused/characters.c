void sample(void)
{
	x = 'a';
	call('\n');
	return;
}

void sample(void)
{
	i++;
	--i;
	call(i--);
	return;
}

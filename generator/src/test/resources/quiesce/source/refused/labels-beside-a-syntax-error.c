void sample(void)
{
	goto out;
	x = = 3;
	y = y = ;
	lab = : x;
	goto out;
	return;
}

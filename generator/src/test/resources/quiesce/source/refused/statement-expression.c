void sample(void)
{
	x = ({ int y = 3; y; });
	return;
}

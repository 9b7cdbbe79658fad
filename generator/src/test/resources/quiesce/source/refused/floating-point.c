void sample(void)
{
	float x;
	double y = 1.5;
	return;
}

void sample(void)
{
	x = (int){ 3 };
	y = (struct callbacks *){ NULL };
	return;
}

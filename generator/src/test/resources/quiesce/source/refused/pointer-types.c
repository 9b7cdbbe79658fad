void sample(void)
{
	int *p;
	void *q;
	struct callbacks **r;
	void v;
	char *s = "text";
	return;
}

void sample(void)
{
	atomic_t *p;
	void **q;
	struct callbacks **r;
	void v;
	char **s = "text";
	return;
}

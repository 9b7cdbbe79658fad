void sample(void)
{
	foo_t *p = NULL;
	spinlock_t lock;
	typeof(x) y = x;
	auto z = 3;
	return;
}

void sample(void)
{
	asm volatile("mfence" ::: "memory");
	__asm__ ("nop");
	return;
}

EXPORT_SYMBOL_GPL(perf_register_guest_info_callbacks);
MODULE_LICENSE("GPL");
DEFINE_RAW_SPINLOCK(lock);
static DEFINE_SRCU(srcu);
DECLARE_PER_CPU(int, x);
SYSCALL_DEFINE0(foo)
{
	*x = 2;
}

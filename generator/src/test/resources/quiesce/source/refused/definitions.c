DEFINE_PER_CPU(struct callbacks, by_value);
DEFINE_PER_CPU(int *, pointer);
DEFINE_PER_CPU(bool (*)(void), function);
DEFINE_PER_CPU(int[3], array);
DEFINE_PER_CPU(int);
DEFINE_STATIC_CALL(a);
DEFINE_STATIC_CALL(a, NULL);
DEFINE_SPINLOCK(a)
DEFINE_MUTEX();
int fine;
struct callbacks { int x; };

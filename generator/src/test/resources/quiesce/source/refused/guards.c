static DEFINE_MUTEX(lock);
static bool on;

__task void of_another_kind(void)
{
	guard(mutex_intr)(&lock);
	on = true;
}

__task void without_its_argument(void)
{
	guard(mutex)();
	on = true;
}

__task void with_an_argument(void)
{
	scoped_guard(rcu, &lock)
		on = true;
}

__task void alone(void)
{
	if (on)
		guard(mutex)(&lock);
}

__task void left_by_break(void)
{
	while (on) {
		scoped_guard(mutex, &lock) {
			break;
		}
	}
}

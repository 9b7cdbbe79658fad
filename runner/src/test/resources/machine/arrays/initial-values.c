/**
 * strategy: initial-values
 * title: an element is what the initialiser says, and 0 if it says nothing
 * expect: holds NoWarning
 * expect tso: holds NoWarning
 * expect weak: holds NoWarning
 */
struct callbacks {
	bool (*f)(void);
};

static int numbers[] = { 4, 5 };
static bool flags[3] = { [1] = true };
static atomic_t counts[2] = { ATOMIC_INIT(7), ATOMIC_INIT(8) };

__register void reg(void)
{
}

__unregister void unreg(void)
{
}

__irq void reader(void)
{
	WARN_ON(READ_ONCE(numbers[0]) != 4 || READ_ONCE(numbers[1]) != 5);
	WARN_ON(READ_ONCE(flags[0]) || !READ_ONCE(flags[1]) || READ_ONCE(flags[2]));
	WARN_ON(atomic_read(&counts[0]) != 7 || atomic_read(&counts[1]) != 8);
}

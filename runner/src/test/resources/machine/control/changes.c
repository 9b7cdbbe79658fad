/**
 * strategy: changes
 * title: what changes a local or a place in memory, and the value that it has
 * expect: holds NoWarning
 * expect weak: holds NoWarning
 */
struct callbacks {
	bool (*f)(void);
};

int shared;
DEFINE_PER_CPU(int, each);

__register void reg(void)
{
	int n = 1;
	bool last;
	int cpu;

	WARN_ON(n++ != 1 || n != 2);
	WARN_ON(--n != 1);
	n |= 4;
	n &= ~1;
	WARN_ON((n ^= 1) != 5);
	n -= 2;
	n *= n;
	WARN_ON(n != 9);
	shared = n = 0;
	WARN_ON(shared++ != 0);
	WARN_ON((shared += 2) != 3);
	last = !--shared;
	WARN_ON(last);
	shared--;
	last = !--shared;
	WARN_ON(!last);
	for_each_possible_cpu(cpu) {
		per_cpu(each, cpu) = 1;
		per_cpu(each, cpu)++;
		WARN_ON(per_cpu(each, cpu)-- != 2);
	}
}

__unregister void unreg(void)
{
}

__nmi void sample(void)
{
}

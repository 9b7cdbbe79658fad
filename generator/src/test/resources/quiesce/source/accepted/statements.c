void f(void)
{
	struct callbacks *cbs = READ_ONCE(p), *other;
	unsigned long flags, n = 3;
	int cpu;

	;
	x = 3;
	p->m = q->m;
	per_cpu(x, cpu) = NULL;
	p->q->m = &x;
	call();
	p->m();
	static_call(guest_state)(a, b);
	static_call_update(x, (void *)&__static_call_return0);
	if (a)
		call();
	if (a) {
		call();
	} else if (b)
		;
	else {
	}
	if (a)
		if (b)
			x = 1;
		else
			x = 2;
	while (a)
		cpu_relax();
	do
		call();
	while (a);
	do {
		int y = 1;
	} while (!a);
	for_each_possible_cpu(cpu)
		per_cpu(x, cpu) = NULL;
	for_each_possible_cpu(cpu) {
		goto out;
	}
	if (a)
		inner: call();
	{
		goto done;
	}
out:
done: x = 4;
	return;
last:
}

int g(void)
{
	return a && b;
}

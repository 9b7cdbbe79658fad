void f(void)
{
	x = a || b && c == d;
	x = (a || b) && (c == d) != e;
	x = a && b && c;
	x = a || b || c;
	x = a == b != c;
	x = !a == b;
	x = !(a == b);
	x = !!a;
	x = &p->m;
	x = &per_cpu(y, cpu);
	x = !p->m();
	x = p->m(a, b)->n;
	x = ((a));
	x = (f)(a);
	x = likely(a) && unlikely(!b);
	x = 0 == 1;
	x = 017;
	x = 0xfFuL;
	x = -5;
	x = - 0x80000000;
	x = 2147483647;
	x = true;
	x = false;
	x = NULL;
	x = (void *)p;
	x = (const void *)&p->m;
	pr_info("a" "b" /* between */ "c");
	printk(KERN_INFO "tab\t quote\" back\\slash \x41\102 \n");
	WARN(a, "%d\n", b);
	a /* comment */ ->  /**/ b( // and
		c);
}

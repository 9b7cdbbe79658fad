/**
 * strategy: arithmetic
 * title: numbers are what C makes of them
 * expect: holds NoWarning
 */
struct callbacks {
	bool (*f)(void);
};

atomic_t v = ATOMIC_INIT(6);
int n = 3;

__register void reg(void)
{
	int x = READ_ONCE(n);

	WARN_ON(x + 2 != 5 || x - 4 != -1 || x * 2 != 6);
	WARN_ON((x & 6) != 2 || (x | 4) != 7 || (x ^ 1) != 2 || ~x != -4);
	WARN_ON(!(x < 4) || x > 3 || !(x <= 3) || x >= 4 || -x != -3);
	WARN_ON(atomic_fetch_andnot(2, &v) != 6);
	WARN_ON(atomic_add_return(1, &v) != 5);
	WARN_ON(atomic_sub_and_test(4, &v) || !atomic_dec_and_test(&v));
	WARN_ON(atomic_inc_not_zero(&v) || atomic_add_unless(&v, 3, 0));
	WARN_ON(atomic_fetch_add_unless(&v, 3, 1) != 0 || atomic_read(&v) != 3);
	WARN_ON(atomic_add_negative(-3, &v) || !atomic_add_negative(-1, &v));
	WARN_ON(atomic_xchg(&v, 6) != -1 || atomic_cmpxchg(&v, 6, 2) != 6);
	atomic_set(&v, 6);
}

__unregister void unreg(void)
{
}

__task void reader(void)
{
	WARN_ON(READ_ONCE(n) != 3);
}

/**
 * strategy: has-begun-to-register
 * title: a registration that has begun ends, one for ever too
 * expect: holds ReadersComplete
 */
struct callbacks {
	bool (*f)(void);
};

struct callbacks *gp;
bool coming;

__register __permanent void reg(struct callbacks *cbs)
{
	WRITE_ONCE(coming, true);
	WRITE_ONCE(gp, cbs);
	WRITE_ONCE(coming, false);
}

__task void spin(void)
{
	while (READ_ONCE(coming))
		cpu_relax();
}

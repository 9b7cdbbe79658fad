/**
 * strategy: reader-to-reader
 * title: one reader need not know what another stored under the lock
 * expect: holds NoWarning
 * expect weak: violates NoWarning
 */
struct callbacks {
	void (*f)(void);
};

static DEFINE_RWLOCK(lock);
static int x;
static int done;

__register void reg(void)
{
	read_lock(&lock);
	WRITE_ONCE(x, 1);
	WRITE_ONCE(done, 1);
	read_unlock(&lock);
}

__unregister void unreg(void)
{
}

__task void looks(void)
{
	int saw;

	read_lock(&lock);
	saw = READ_ONCE(done);
	WARN_ON(saw && !READ_ONCE(x));
	read_unlock(&lock);
}

__task void writer(void)
{
	write_lock(&lock);
	write_unlock(&lock);
}

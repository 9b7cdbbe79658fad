/**
 * strategy: reader-to-writer
 * title: a writer knows what a reader stored under the lock before it
 * expect: holds NoWarning
 * expect tso: holds NoWarning
 * expect weak: holds NoWarning
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

	write_lock(&lock);
	saw = READ_ONCE(done);
	WARN_ON(saw && !READ_ONCE(x));
	write_unlock(&lock);
}

struct cb { void (*f)(void); };
struct cb *gp;
DEFINE_MUTEX(m);
__register void reg(struct cb *c)
{
	mutex_lock(&m);
	WRITE_ONCE(gp, c);
}
__unregister void unreg(struct cb *c)
{
	WRITE_ONCE(gp, NULL);
	mutex_unlock(&m);
}
__task void rd(void)
{
	struct cb *c = READ_ONCE(gp);
	if (c)
		c->f();
}

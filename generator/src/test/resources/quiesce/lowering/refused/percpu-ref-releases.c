struct sink { struct percpu_ref ref; void (*push)(void); };
static struct sink *cur;

static void one(struct percpu_ref *ref)
{
}

static void other(struct percpu_ref *ref)
{
}

__task void push(void)
{
	struct sink *s = READ_ONCE(cur);

	if (s && percpu_ref_tryget(&s->ref))
		percpu_ref_put(&s->ref);
}

__register int attach(struct sink *s)
{
	int err = percpu_ref_init(&s->ref, one, 0, GFP_KERNEL);

	if (err)
		err = percpu_ref_init(&s->ref, other, 0, GFP_KERNEL);
	WRITE_ONCE(cur, s);
	return err;
}

__unregister void detach(struct sink *s)
{
	WRITE_ONCE(cur, NULL);
}

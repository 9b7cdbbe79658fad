// Documentation/core-api/kref.rst, include/linux/kref.h
struct kref {
	refcount_t refcount;
};

void kref_init(struct kref *k)
{
	refcount_set(&k->refcount, 1);
}

unsigned int kref_read(struct kref *k)
{
	return refcount_read(&k->refcount);
}

void kref_get(struct kref *k)
{
	refcount_inc(&k->refcount);
}

int kref_get_unless_zero(struct kref *k)
{
	return refcount_inc_not_zero(&k->refcount);
}

int kref_put(struct kref *k, void (*release)(struct kref *))
{
	int last = refcount_dec_and_test(&k->refcount);

	if (last)
		release(k);
	return last;
}

/**
 * strategy: struct-of-now
 * title: an element by its index is another one when the index has changed
 * expect: violates NoWarning
 */
struct callbacks {
	void (*f)(void);
};

struct slot {
	int number;
};

static struct slot slots[2] = { { .number = 4 }, { .number = 5 } };
static struct callbacks *ptr;

static struct slot *find(int i)
{
	int other = 1 - i;

	return &slots[other];
}

__register void reg(struct callbacks *cbs)
{
	WRITE_ONCE(ptr, cbs);
}

__unregister void unreg(struct callbacks *cbs)
{
}

__irq void reader(bool first)
{
	int i = first;
	struct slot *slot = &slots[i];
	struct slot *other = find(i);
	struct slot *same;

	i = 1 - i;
	same = &slots[i];
	WARN_ON(slots[i].number != (first ? 5 : 4));
	WARN_ON(other->number == slot->number);
	WARN_ON(same != other || same == slot);
}

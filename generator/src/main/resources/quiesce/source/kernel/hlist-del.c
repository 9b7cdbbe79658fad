// include/linux/list.h, rculist.h: what is no member any more leads to what nobody may follow, and is not NULL; LIST_POISON1 is
// this one, too
struct hlist_node LIST_POISON2;

void hlist_del(struct hlist_node *n)
{
	hlist_close(n);
	n->next = &LIST_POISON2;
	n->pprev = &LIST_POISON2;
}

// A reader who is at the entry finds the way on.
void hlist_del_rcu(struct hlist_node *n)
{
	hlist_close(n);
	WRITE_ONCE(n->pprev, &LIST_POISON2);
}

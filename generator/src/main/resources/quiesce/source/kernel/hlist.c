// include/linux/list.h, rculist.h: a head is a node, of which next is first. pprev leads to the node that has the pointer, which is
// at its beginning
struct hlist_node {
	struct hlist_node *next;
	struct hlist_node *pprev;
};

void INIT_HLIST_HEAD(struct hlist_node *head)
{
	head->next = NULL;
}

void INIT_HLIST_NODE(struct hlist_node *n)
{
	n->next = NULL;
	n->pprev = NULL;
}

int hlist_empty(struct hlist_node *head)
{
	return !READ_ONCE(head->next);
}

int hlist_unhashed(struct hlist_node *n)
{
	return !n->pprev;
}

int hlist_unhashed_lockless(struct hlist_node *n)
{
	return !READ_ONCE(n->pprev);
}

void hlist_add_head(struct hlist_node *n, struct hlist_node *head)
{
	struct hlist_node *first = head->next;

	WRITE_ONCE(n->next, first);
	if (first)
		WRITE_ONCE(first->pprev, n);
	WRITE_ONCE(head->next, n);
	WRITE_ONCE(n->pprev, head);
}

// What a reader may find is there before the entry can be found.
void hlist_add_head_rcu(struct hlist_node *n, struct hlist_node *head)
{
	struct hlist_node *first = head->next;

	n->next = first;
	WRITE_ONCE(n->pprev, head);
	rcu_assign_pointer(head->next, n);
	if (first)
		WRITE_ONCE(first->pprev, n);
}

void hlist_close(struct hlist_node *n)
{
	struct hlist_node *next = n->next;
	struct hlist_node *pprev = n->pprev;

	WRITE_ONCE(pprev->next, next);
	if (next)
		WRITE_ONCE(next->pprev, pprev);
}

void hlist_del_init(struct hlist_node *n)
{
	if (!hlist_unhashed(n)) {
		hlist_close(n);
		INIT_HLIST_NODE(n);
	}
}

// A reader who is at the entry finds the way on.
void hlist_del_init_rcu(struct hlist_node *n)
{
	if (!hlist_unhashed(n)) {
		hlist_close(n);
		WRITE_ONCE(n->pprev, NULL);
	}
}

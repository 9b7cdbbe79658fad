// include/linux/list.h, rculist.h: what is no member any more leads to NULL, in place of LIST_POISON1 and LIST_POISON2
struct list_head {
	struct list_head *next;
	struct list_head *prev;
};

void INIT_LIST_HEAD(struct list_head *head)
{
	WRITE_ONCE(head->next, head);
	WRITE_ONCE(head->prev, head);
}

void list_put(struct list_head *entry, struct list_head *left, struct list_head *right)
{
	right->prev = entry;
	entry->next = right;
	entry->prev = left;
	WRITE_ONCE(left->next, entry);
}

void list_add(struct list_head *entry, struct list_head *head)
{
	list_put(entry, head, head->next);
}

void list_add_tail(struct list_head *entry, struct list_head *head)
{
	list_put(entry, head->prev, head);
}

// What a reader may find is there before the entry can be found.
void list_publish(struct list_head *entry, struct list_head *left, struct list_head *right)
{
	entry->next = right;
	entry->prev = left;
	rcu_assign_pointer(left->next, entry);
	right->prev = entry;
}

void list_add_rcu(struct list_head *entry, struct list_head *head)
{
	list_publish(entry, head, head->next);
}

void list_add_tail_rcu(struct list_head *entry, struct list_head *head)
{
	list_publish(entry, head->prev, head);
}

void list_close(struct list_head *left, struct list_head *right)
{
	right->prev = left;
	WRITE_ONCE(left->next, right);
}

void list_del(struct list_head *entry)
{
	list_close(entry->prev, entry->next);
	entry->next = NULL;
	entry->prev = NULL;
}

void list_del_init(struct list_head *entry)
{
	list_close(entry->prev, entry->next);
	INIT_LIST_HEAD(entry);
}

void list_move(struct list_head *entry, struct list_head *head)
{
	list_close(entry->prev, entry->next);
	list_add(entry, head);
}

void list_move_tail(struct list_head *entry, struct list_head *head)
{
	list_close(entry->prev, entry->next);
	list_add_tail(entry, head);
}

// A reader who is at the entry finds the way on.
void list_del_rcu(struct list_head *entry)
{
	list_close(entry->prev, entry->next);
	entry->prev = NULL;
}

struct list_head *list_first(struct list_head *head)
{
	struct list_head *first = READ_ONCE(head->next);

	if (first == head)
		return NULL;
	return first;
}

int list_empty(struct list_head *head)
{
	return READ_ONCE(head->next) == head;
}

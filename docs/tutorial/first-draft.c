struct fault_observer {
	void (*begin)(void);
	void (*end)(void);
};

struct fault_observer *observer;

__register void register_observer(struct fault_observer *o)
{
	rcu_assign_pointer(observer, o);
}

__unregister void unregister_observer(struct fault_observer *o)
{
	rcu_assign_pointer(observer, NULL);
	rcu_barrier();
}

__task void handle_fault(void)
{
	struct fault_observer *o;

	rcu_read_lock();
	o = rcu_derefrence(observer);
	if (o)
		o->begin();
	rcu_read_unlock();

	/* the fault is handled here */

	if (o)
		o->end();
}

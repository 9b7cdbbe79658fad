/**
 * strategy: never-called
 * title: a reader whose body is never run
 * expect: all hold
 */
struct callbacks {
	bool (*is_in_guest)(void);
};

struct callbacks *guest_cbs;
bool enabled;

__register void register_callbacks(struct callbacks *cbs)
{
	WRITE_ONCE(guest_cbs, cbs);
}

__unregister void unregister_callbacks(struct callbacks *cbs)
{
	WRITE_ONCE(guest_cbs, NULL);
	synchronize_rcu();
}

__nmi void sample(void)
{
	struct callbacks *cbs;

	if (!READ_ONCE(enabled))
		return;
	cbs = READ_ONCE(guest_cbs);
	if (cbs)
		cbs->is_in_guest();
}

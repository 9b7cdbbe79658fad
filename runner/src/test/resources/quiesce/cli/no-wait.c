/**
 * strategy: no-wait
 * title: nobody waits for the readers
 */
struct callbacks {
	bool (*is_in_guest)(void);
};

struct callbacks *guest_cbs;

__register void register_callbacks(struct callbacks *cbs)
{
	WRITE_ONCE(guest_cbs, cbs);
}

__unregister void unregister_callbacks(struct callbacks *cbs)
{
	WRITE_ONCE(guest_cbs, NULL);
}

__nmi void sample(void)
{
	struct callbacks *cbs = READ_ONCE(guest_cbs);

	if (cbs)
		cbs->is_in_guest();
}

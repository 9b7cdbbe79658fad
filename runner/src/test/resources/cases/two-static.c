/**
 * providers: 2
 */
struct cb {
	int (*state)(void);
};
DEFINE_STATIC_CALL_RET0(guest_state, default_state);
int default_state(void);

__register void reg(struct cb *cbs)
{
	static_call_update(guest_state, cbs->state);
}
__unregister void unreg(struct cb *cbs)
{
	static_call_update(guest_state, (void *)&__static_call_return0);
	synchronize_rcu();
}
__nmi void rd(void)
{
	static_call(guest_state)();
}

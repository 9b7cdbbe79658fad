/**
 * strategy: typed-names
 */
struct s {
	void (*b)(void);
	bool on;
};
struct s *g_ptr;
bool x;

__register void reg(struct s *cbs)
{
	cbs->on = true;
	rcu_assign_pointer(g_ptr, cbs);
}

__unregister void unreg(struct s *cbs)
{
	rcu_assign_pointer(g_ptr, NULL);
	synchronize_rcu();
}

__nmi void rd(void)
{
	struct s *p = rcu_dereference(g_ptr);

	if (p && READ_ONCE(p->on) && !READ_ONCE(x))
		p->b();
}

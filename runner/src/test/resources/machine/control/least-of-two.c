/**
 * strategy: least-of-two
 * title: min(), max() and clamp() choose among numbers
 * expect: holds NoNullDereference, NoDereferenceAfterTeardown, PriorReadersComplete, NoWarning
 */
#include <linux/minmax.h>
struct ops { int (*fill)(void *priv, int n); };
static struct ops __rcu *cur;
#define ROOM 4
__register void reg(struct ops *o)
{
	rcu_assign_pointer(cur, o);
}
__unregister void unreg(struct ops *o)
{
	RCU_INIT_POINTER(cur, NULL);
	synchronize_rcu();
}
__task int fill(void *priv, int n)
{
	struct ops *o;
	int ret = 0;

	WARN_ON(min(n, ROOM) > ROOM || max(n, ROOM) < n || clamp(n, 1, 2) < 1);
	rcu_read_lock();
	o = rcu_dereference(cur);
	if (o)
		ret = o->fill(priv, min(n, ROOM));
	rcu_read_unlock();
	return clamp(ret, -1, max(ROOM, 2));
}

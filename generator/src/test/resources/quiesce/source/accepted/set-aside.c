// SPDX-License-Identifier: GPL-2.0
/**
 * strategy: set-aside
 */
#include <linux/rcupdate.h>
#  include "local.h" /* with a comment */

static DEFINE_MUTEX(lock);
static_assert(sizeof(int) == 4, "int");

struct cbs {
	void (*call)(void);
};

void change(struct cbs *cbs)
{
	lockdep_assert_held(&lock);
	lockdep_assert_irqs_disabled();
	if (cbs)
		lockdep_assert_held(&lock);
	WARN_ON_ONCE(!lockdep_is_held(&lock) && !rcu_read_lock_held());
	RCU_LOCKDEP_WARN(!(rcu_read_lock_held()), "not in a section");
	BUILD_BUG_ON(sizeof(struct cbs) > 64);
out:
	lockdep_assert_held(&lock);
}
EXPORT_SYMBOL_GPL(change);

MODULE_DEVICE_TABLE(of, ids);
MODULE_LICENSE("GPL");
MODULE_AUTHOR("A. N. Author <author@example.org>");

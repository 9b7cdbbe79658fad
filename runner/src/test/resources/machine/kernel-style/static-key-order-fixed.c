// SPDX-License-Identifier: Apache-2.0
/**
 * strategy: static-key-order
 * title: a static branch says that there is somebody who audits
 * source: original file, in the style of the kernel
 * expect: holds NoNullDereference, NoUseBeforeInit, NoDereferenceAfterTeardown, PriorReadersComplete
 * expect weak: holds NoNullDereference, NoUseBeforeInit, NoDereferenceAfterTeardown, PriorReadersComplete
 */
#include <linux/errno.h>
#include <linux/export.h>
#include <linux/jump_label.h>
#include <linux/mutex.h>
#include <linux/rcupdate.h>

struct door_audit {
	void (*entered)(struct door_audit *audit, unsigned long door);
	unsigned long mask;
};

static DEFINE_STATIC_KEY_FALSE(door_audited);
static DEFINE_MUTEX(door_mutex);
static struct door_audit __rcu *door_audit;

/**
 * door_audit_start - audit entries from now on
 * @audit: who gets to know
 *
 * Context: sleeps, for text is patched.
 * Return: 0, or -EBUSY if there is an audit.
 */
__register int door_audit_start(struct door_audit *audit)
{
	int ret = 0;

	mutex_lock(&door_mutex);
	if (rcu_access_pointer(door_audit)) {
		ret = -EBUSY;
		goto unlock;
	}
	rcu_assign_pointer(door_audit, audit);
	/* Patching text orders no data: let every reader see the pointer first. */
	synchronize_rcu();
	static_branch_enable(&door_audited);
unlock:
	mutex_unlock(&door_mutex);
	return ret;
}
EXPORT_SYMBOL_GPL(door_audit_start);

/* Nobody is in the audit's function when this returns. */
__unregister void door_audit_stop(struct door_audit *audit)
{
	mutex_lock(&door_mutex);
	static_branch_disable(&door_audited);
	/* Those that found the branch taken use the pointer unseen. */
	synchronize_rcu();
	RCU_INIT_POINTER(door_audit, NULL);
	mutex_unlock(&door_mutex);
}
EXPORT_SYMBOL_GPL(door_audit_stop);

__task void door_enter(unsigned long door)
{
	struct door_audit *audit;

	rcu_read_lock();
	if (static_branch_unlikely(&door_audited)) {
		audit = rcu_dereference(door_audit);
		if (door & audit->mask)
			audit->entered(audit, door);
	}
	rcu_read_unlock();
}

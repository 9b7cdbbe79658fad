// SPDX-License-Identifier: Apache-2.0
/**
 * strategy: module-exit
 * title: a module that goes waits for the readers of its operations
 * source: original file, in the style of the kernel
 * expect: holds NoDereferenceAfterTeardown, UnregisterCompletes
 */
#include <linux/module.h>
#include <linux/rcupdate.h>

struct port_ops {
	void (*event)(int port);
};

static struct port_ops __rcu *port_ops;
static struct port_ops mine;

static int __init attach(void)
{
	rcu_assign_pointer(port_ops, &mine);
	return 0;
}
module_init(attach);

static void __exit detach(void)
{
	RCU_INIT_POINTER(port_ops, NULL);
	synchronize_rcu();
}
module_exit(detach);

__task void port_event(int port)
{
	struct port_ops *ops;

	rcu_read_lock();
	ops = rcu_dereference(port_ops);
	if (ops)
		ops->event(port);
	rcu_read_unlock();
}

MODULE_LICENSE("GPL");

// SPDX-License-Identifier: GPL-2.0
/* Hooks of a driver, among much else that is none of them. */
#include <linux/module.h>
#include "hooks.h"

#define MAX_PORTS	(1 << 3)
#define for_each_port(p, d) \
	for ((p) = (d)->ports; (p) < (d)->ports + MAX_PORTS; (p)++)

union word {
	u64 all;
	struct {
		u32 low : 12, high : 20;
	};
};

struct hook_ops {
	void (*event)(int port);
};

static struct list_head all_ports;
static struct hook_ops *hook;

#ifdef CONFIG_PORT_TRACE
static int trace(struct port *p, const char *fmt, ...)
{
#else
static int trace(struct port *p)
{
#endif
	asm volatile("nop" : : "r" (p) : "memory");
	return ({ typeof(p) q = p; q ? 1 : 0; });
}

int old_style(port, count)
	int port;
	long count;
{
	return port + count;
}

static inline void publish(struct hook_ops *ops)
{
	WRITE_ONCE(hook, ops);
}

void attach(struct hook_ops *ops)
{
	publish(ops);
}
EXPORT_SYMBOL_GPL(attach);

void detach(struct hook_ops *ops)
{
	publish(NULL);
	synchronize_rcu();
}

void port_event(int port)
{
	struct hook_ops *ops;

	rcu_read_lock();
	ops = READ_ONCE(hook);
	if (ops)
		ops->event(port);
	rcu_read_unlock();
}

static ssize_t hook_show(struct device *dev, char *buf)
{
	return sysfs_emit(buf, "%d\n", !!READ_ONCE(hook));
}
static DEVICE_ATTR_RO(hook);

#if 0
It isn't C at all { here.
#endif

MODULE_LICENSE("GPL");

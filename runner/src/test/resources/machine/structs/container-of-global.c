/**
 * strategy: container-of-global
 * title: container_of() leads from a member of a global struct to that struct
 * expect: holds NoNullDereference, NoUseBeforeInit, NoDereferenceAfterTeardown, NoWarning
 * expect weak: holds NoNullDereference, NoUseBeforeInit, NoDereferenceAfterTeardown, NoWarning
 */
struct port {
	int number;
};

struct device {
	void (*handler)(void *data);
	struct port port;
	bool on;
};

static struct device dev = { .port = { .number = 2 }, .on = true };

static void call(struct port *port)
{
	struct device *d = container_of(port, struct device, port);
	void (*handler)(void *data) = rcu_dereference(d->handler);

	WARN_ON(port->number != 2 || !d->on);
	if (handler)
		handler(&d->port);
}

__register void set(void (*handler)(void *data))
{
	rcu_assign_pointer(dev.handler, handler);
}

__unregister void unset(void)
{
	RCU_INIT_POINTER(dev.handler, NULL);
	synchronize_rcu();
}

__nmi void nmi(void)
{
	call(&dev.port);
}

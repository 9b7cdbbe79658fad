/**
 * strategy: rx-handler
 * title: a handler and its data in two pointers, a grace period between
 *     clearing them
 * group: network hooks
 * question: Does a reader who finds the handler find its data, too?
 * source: commit "net: add a synchronize_net() in
 *     netdev_rx_handler_unregister()"
 * note: yes on x86; weaker CPUs may load the data first, for nothing orders
 *     the two loads but a branch
 * expect: holds NoUseBeforeInit, NoDeadlock, UnregisterCompletes
 * expect sc: holds NoNullDereference, NoDereferenceAfterTeardown,
 *     ReadersObserveNullAfterGracePeriod, PriorReadersComplete
 * expect tso: holds NoNullDereference, NoDereferenceAfterTeardown,
 *     ReadersObserveNullAfterGracePeriod, PriorReadersComplete
 * expect weak: violates NoNullDereference, NoDereferenceAfterTeardown,
 *     ReadersObserveNullAfterGracePeriod, PriorReadersComplete
 * expect: n/a ConsistentSnapshot, SingleProvider, NoWarning,
 *     ReadersComplete
 */
struct net_bridge_port {
	void (*forward)(void);
};

typedef void rx_handler_func_t(void);

static rx_handler_func_t __rcu *rx_handler;
static struct net_bridge_port __rcu *rx_handler_data;

static void br_handle_frame(void)
{
	struct net_bridge_port *p = rcu_dereference(rx_handler_data);

	p->forward();
}

__register void netdev_rx_handler_register(struct net_bridge_port *p)
{
	rcu_assign_pointer(rx_handler_data, p);
	rcu_assign_pointer(rx_handler, br_handle_frame);
}

__unregister void netdev_rx_handler_unregister(struct net_bridge_port *p)
{
	RCU_INIT_POINTER(rx_handler, NULL);
	/* Who has found the handler must find its data. */
	synchronize_net();
	RCU_INIT_POINTER(rx_handler_data, NULL);
}

__softirq void netif_receive_skb(void)
{
	rcu_read_lock();
	/* The only handler here: the kernel calls by the pointer. */
	if (rcu_dereference(rx_handler) == br_handle_frame)
		br_handle_frame();
	rcu_read_unlock();
}

/**
 * strategy: psock-saved
 * title: a saved callback, called under the lock under which it is cleared
 * group: network hooks
 * question: Is the saved callback there when it is called?
 * source: commit 4cd12c6065df ("bpf, sockmap: Fix NULL pointer dereference
 *     in sk_psock_verdict_data_ready()")
 * expect: holds NoNullDereference, NoUseBeforeInit,
 *     NoDereferenceAfterTeardown, PriorReadersComplete, NoDeadlock,
 *     UnregisterCompletes, ReadersComplete
 * expect: n/a ReadersObserveNullAfterGracePeriod, ConsistentSnapshot,
 *     SingleProvider, NoWarning
 */
typedef void (*data_ready_t)(void);

static DEFINE_RWLOCK(sk_callback_lock);
static data_ready_t saved_data_ready;

__register void sk_psock_start_verdict(data_ready_t data_ready)
{
	write_lock_bh(&sk_callback_lock);
	saved_data_ready = data_ready;
	write_unlock_bh(&sk_callback_lock);
}

__unregister void sk_psock_stop_verdict(void)
{
	write_lock_bh(&sk_callback_lock);
	saved_data_ready = NULL;
	write_unlock_bh(&sk_callback_lock);
}

__softirq void sk_psock_verdict_data_ready(void)
{
	read_lock_bh(&sk_callback_lock);
	if (saved_data_ready)
		saved_data_ready();
	read_unlock_bh(&sk_callback_lock);
}

/**
 * strategy: br-ioctl
 * title: the bridge's ioctl hook: its mutex always before rtnl
 * group: network hooks
 * question: Do all callers of the hook take its mutex and rtnl in one
 *     order?
 * source: commit 893b19587534 ("net: bridge: fix ioctl locking")
 * expect: holds NoNullDereference, NoUseBeforeInit, ConsistentSnapshot,
 *     NoDeadlock, ReadersComplete
 * expect: n/a NoDereferenceAfterTeardown,
 *     ReadersObserveNullAfterGracePeriod, PriorReadersComplete,
 *     SingleProvider, NoWarning, UnregisterCompletes
 */
typedef int (*br_ioctl_t)(void);

static DEFINE_MUTEX(br_ioctl_mutex);
static DEFINE_MUTEX(rtnl_mutex);
static br_ioctl_t br_ioctl_hook;

__register __permanent void brioctl_set(br_ioctl_t hook)
{
	mutex_lock(&br_ioctl_mutex);
	br_ioctl_hook = hook;
	mutex_unlock(&br_ioctl_mutex);
}

static void br_ioctl_call(void)
{
	mutex_lock(&br_ioctl_mutex);
	if (br_ioctl_hook) {
		mutex_lock(&rtnl_mutex);
		br_ioctl_hook();
		mutex_unlock(&rtnl_mutex);
	}
	mutex_unlock(&br_ioctl_mutex);
}

static void dev_ifsioc(void)
{
	mutex_lock(&rtnl_mutex);
	/* the device is looked up here */
	mutex_unlock(&rtnl_mutex);

	br_ioctl_call();
}

__task void sock_ioctl(bool of_a_device)
{
	if (of_a_device)
		dev_ifsioc();
	else
		br_ioctl_call();
}

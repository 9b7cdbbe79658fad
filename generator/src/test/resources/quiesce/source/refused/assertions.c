void change(struct cbs *cbs)
{
	lockdep_assert_held(READ_ONCE(lock));
	lockdep_assert_held(lock = cbs);
	lockdep_assert(armed);
	RCU_LOCKDEP_WARN(!rcu_read_lock_held() || armed, "armed");
	RCU_LOCKDEP_WARN(!lockdep_is_held(xchg(&lock, NULL)), "taken");
}

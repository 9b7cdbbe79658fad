/**
 * strategy: keeps-its-turn-while-struck
 * title: who spins for a lock keeps its turn while an NMI has its CPU
 * expect: holds UnregisterCompletes
 */
struct callbacks {
	void (*f)(void);
};

struct callbacks *gp;
DEFINE_SPINLOCK(lock);

__register void reg(struct callbacks *cbs)
{
	WRITE_ONCE(gp, cbs);
}

__unregister void unreg(struct callbacks *cbs)
{
	preempt_disable();
	spin_lock(&lock);
	WRITE_ONCE(gp, NULL);
	spin_unlock(&lock);
	preempt_enable();
}

__task void counts(void)
{
	preempt_disable();
	spin_lock(&lock);
	spin_unlock(&lock);
	preempt_enable();
}

__nmi void sample(void)
{
	READ_ONCE(gp);
}

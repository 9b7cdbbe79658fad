/**
 * strategy: work-once-at-a-time
 * title: work does not run twice at a time
 * expect: holds NoWarning
 */
struct callbacks {
	void (*f)(void);
};

static bool told;
static bool busy;
static void work(struct work_struct *w);
static DECLARE_WORK(item, work);

static void work(struct work_struct *w)
{
	WARN_ON(READ_ONCE(busy));
	WRITE_ONCE(busy, true);
	schedule_work(w);
	WRITE_ONCE(busy, false);
}

__register void reg(void)
{
	WRITE_ONCE(told, true);
	schedule_work(&item);
}

__unregister void unreg(void)
{
	cancel_work_sync(&item);
	WRITE_ONCE(told, false);
}

// include/linux/timer.h, workqueue.h, interrupt.h: what the function is, is known before any thread runs
struct timer_list {
	int function;
};

struct work_struct {
	int function;
};

struct delayed_work {
	struct work_struct work;
};

// include/linux/types.h
struct rcu_head {
	int function;
};

struct tasklet_struct {
	int function;
};

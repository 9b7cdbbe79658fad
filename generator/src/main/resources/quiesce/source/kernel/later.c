// include/linux/timer.h, workqueue.h, interrupt.h: what the function is, is known before any thread runs
struct timer_list {
	int function;
};

// include/linux/hrtimer.h
struct hrtimer {
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

// include/linux/wait.h: who is in the queue is known before any thread runs
struct wait_queue_head {
	int head;
};

struct callbacks {
	bool (*f)(void);
	void (*g)(void);
	int mode;
};

struct callbacks *ptr;
int number;
bool flag;
DEFINE_PER_CPU(bool, busy);
DEFINE_SPINLOCK(lock);
DEFINE_MUTEX(mutex);

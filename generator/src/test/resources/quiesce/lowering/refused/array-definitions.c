struct callbacks {
	bool (*f)(void);
};

#define MANY 9

static int none[0];
static int many[MANY];
static int open[];
static int far[] = { [3] = 1 };
static int sized[other];
static int beyond[2] = { 1, 2, 3 };
static int index[2] = { [2] = 1 };
static int pointer[2] = { NULL };
static struct callbacks *number[2] = { 1 };
static struct nowhere *unknown[2];
static int other;

__register void reg(struct callbacks *cbs)
{
}

__unregister void unreg(struct callbacks *cbs)
{
}

__irq void reader(void)
{
	WARN_ON(other);
}

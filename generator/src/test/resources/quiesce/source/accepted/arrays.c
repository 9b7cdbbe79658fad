#define SLOTS 4

struct ear {
	void (*hear)(void);
};

static struct ear __rcu *ears[SLOTS];
static int counts[2 * SLOTS] __read_mostly, first, more[2] = { 1, [0] = 2, };
bool busy[] = { true, false }, other;
atomic_t refs[2] = { ATOMIC_INIT(1) };
u8 bytes[(3)] = { };

__irq void sample(int i)
{
	struct ear *ear = rcu_dereference(ears[i]);

	counts[i] = counts[i + 1] - 1;
	busy[first]++;
	if (cmpxchg(&ears[counts[0]], NULL, ear) == ears[ear->hear ? 1 : 0])
		atomic_inc(&refs[ARRAY_SIZE(refs) - 1]);
	ears[0]->hear();
}

// include/linux/seqlock.h: the number is odd while somebody writes. Which lock writers hold is not asked for; a lock of which the
// holder may be preempted is another struct. The first load acquires, as since 6.13; the load and smp_rmb() of before order no less
struct seqcount {
	unsigned int sequence;
};

void seqcount_init(struct seqcount *s)
{
	s->sequence = 0;
}

unsigned int raw_read_seqcount(struct seqcount *s)
{
	return smp_load_acquire(&s->sequence);
}

unsigned int read_seqcount_begin(struct seqcount *s)
{
	unsigned int seq = raw_read_seqcount(s);

	while (seq & 1) {
		cpu_relax();
		seq = raw_read_seqcount(s);
	}
	return seq;
}

// Who begins while somebody writes fails in the end.
unsigned int raw_seqcount_begin(struct seqcount *s)
{
	return raw_read_seqcount(s) & ~1;
}

int read_seqcount_retry(struct seqcount *s, unsigned int start)
{
	smp_rmb();
	return READ_ONCE(s->sequence) != start;
}

void write_seqcount_begin(struct seqcount *s)
{
	s->sequence++;
	smp_wmb();
}

void write_seqcount_end(struct seqcount *s)
{
	smp_wmb();
	s->sequence++;
}

void write_seqcount_invalidate(struct seqcount *s)
{
	smp_wmb();
	s->sequence += 2;
}

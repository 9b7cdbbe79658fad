// include/linux/seqlock.h: a spinlock of those who write
struct seqlock {
	struct seqcount seqcount;
	spinlock_t lock;
};

void seqlock_init(struct seqlock *sl)
{
	spin_lock_init(&sl->lock);
	seqcount_init(&sl->seqcount);
}

unsigned int read_seqbegin(struct seqlock *sl)
{
	return read_seqcount_begin(&sl->seqcount);
}

int read_seqretry(struct seqlock *sl, unsigned int start)
{
	return read_seqcount_retry(&sl->seqcount, start);
}

void write_seqlock(struct seqlock *sl)
{
	spin_lock(&sl->lock);
	write_seqcount_begin(&sl->seqcount);
}

void write_sequnlock(struct seqlock *sl)
{
	write_seqcount_end(&sl->seqcount);
	spin_unlock(&sl->lock);
}

void write_seqlock_bh(struct seqlock *sl)
{
	spin_lock_bh(&sl->lock);
	write_seqcount_begin(&sl->seqcount);
}

void write_sequnlock_bh(struct seqlock *sl)
{
	write_seqcount_end(&sl->seqcount);
	spin_unlock_bh(&sl->lock);
}

void write_seqlock_irq(struct seqlock *sl)
{
	spin_lock_irq(&sl->lock);
	write_seqcount_begin(&sl->seqcount);
}

void write_sequnlock_irq(struct seqlock *sl)
{
	write_seqcount_end(&sl->seqcount);
	spin_unlock_irq(&sl->lock);
}

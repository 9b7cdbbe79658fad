// SPDX-License-Identifier: Apache-2.0
/**
 * strategy: kref-rcu
 * title: a session is looked up under RCU and used with a reference
 * source: original file, in the style of the kernel
 * expect: holds NoNullDereference, NoUseBeforeInit, NoDereferenceAfterTeardown, PriorReadersComplete, NoWarning
 */
#include <linux/completion.h>
#include <linux/container_of.h>
#include <linux/errno.h>
#include <linux/export.h>
#include <linux/kref.h>
#include <linux/rcupdate.h>

struct sess {
	struct kref ref;
	struct completion unused;
	int (*submit)(struct sess *s, u64 cookie);
};

static struct sess __rcu *cur_sess;

static void sess_release(struct kref *ref)
{
	struct sess *s = container_of(ref, struct sess, ref);

	complete(&s->unused);
}

static struct sess *sess_get(void)
{
	struct sess *s;

	rcu_read_lock();
	s = rcu_dereference(cur_sess);
	if (s && !kref_get_unless_zero(&s->ref))
		s = NULL;
	rcu_read_unlock();
	return s;
}

static void sess_put(struct sess *s)
{
	kref_put(&s->ref, sess_release);
}

/**
 * sess_open - make @s the session that sess_submit() goes to
 * @s: the session; its owner opens one at a time
 */
__register void sess_open(struct sess *s)
{
	kref_init(&s->ref);
	init_completion(&s->unused);
	rcu_assign_pointer(cur_sess, s);
}
EXPORT_SYMBOL_GPL(sess_open);

/**
 * sess_close - no more submissions
 * @s: the session, which nobody uses when this returns
 */
__unregister void sess_close(struct sess *s)
{
	RCU_INIT_POINTER(cur_sess, NULL);
	sess_put(s);
	wait_for_completion(&s->unused);
	/* Somebody may still look at the count, and find it zero. */
	synchronize_rcu();
}
EXPORT_SYMBOL_GPL(sess_close);

/* Return: what the session says, or -ENODEV if there is none. May sleep. */
__task int sess_submit(u64 cookie)
{
	struct sess *s = sess_get();
	int ret;

	if (!s)
		return -ENODEV;
	ret = s->submit(s, cookie);
	sess_put(s);
	return ret;
}

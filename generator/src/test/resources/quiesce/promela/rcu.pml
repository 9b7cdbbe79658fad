/*
 * rcu: a model for Spin, from specs/rcu/strategy.c
 *
 * Written by quiesce from the steps of the strategy, not from its TLA+ specification. Memory is
 * sequentially consistent. 2 CPUs, 2 registrations, 2 objects, 3 threads; the compiler may
 * repeat plain loads and put off plain stores.
 *
 *   spin -a FILE && cc -O1 -DSAFETY -o pan pan.c && ./pan -m1000000
 *
 * checks all that follows, up to the first violation; -c0 lets pan find all of them. With -D and a
 * name before -a, Spin is asked for that property alone. A search that is not exhaustive says
 * nothing of what it has not found.
 *
 *   NO_NULL_DEREFERENCE
 *     NoNullDereference: no reader dereferences NULL or calls an empty slot
 *   NO_USE_BEFORE_INIT
 *     NoUseBeforeInit: no reader sees an object's contents before its initialisation
 *   NO_DEREFERENCE_AFTER_TEARDOWN
 *     NoDereferenceAfterTeardown: no reader reads, enters or is inside an object that has been torn down
 *   READERS_OBSERVE_NULL_AFTER_GRACE_PERIOD
 *     ReadersObserveNullAfterGracePeriod: a load begun after the unregistration's grace period never returns the old object
 *   PRIOR_READERS_COMPLETE
 *     PriorReadersComplete: when unregister returns, no reader still holds or runs the old object
 *   CONSISTENT_SNAPSHOT
 *     ConsistentSnapshot: one run of a reader uses the callbacks of one registration only, with their data
 *   NO_WARNING
 *     NoWarning: no WARN_ON fires
 *   NO_DEADLOCK
 *     NoDeadlock: nothing waits for something that can never come
 *
 * Not applicable: SingleProvider, as there is one provider.
 *
 * Not in this model, being about what must happen in the end: UnregisterCompletes.
 */

#if 1 && !defined(NO_NULL_DEREFERENCE) && !defined(NO_USE_BEFORE_INIT) && !defined(NO_DEREFERENCE_AFTER_TEARDOWN) && !defined(READERS_OBSERVE_NULL_AFTER_GRACE_PERIOD) && !defined(PRIOR_READERS_COMPLETE) && !defined(CONSISTENT_SNAPSHOT) && !defined(NO_WARNING) && !defined(NO_DEADLOCK)
/* None is chosen: all are. */
#define NO_NULL_DEREFERENCE 1
#define NO_USE_BEFORE_INIT 1
#define NO_DEREFERENCE_AFTER_TEARDOWN 1
#define READERS_OBSERVE_NULL_AFTER_GRACE_PERIOD 1
#define PRIOR_READERS_COMPLETE 1
#define CONSISTENT_SNAPSHOT 1
#define NO_WARNING 1
#define NO_DEADLOCK 1
#endif
#ifndef NO_NULL_DEREFERENCE
#define NO_NULL_DEREFERENCE 0
#endif
#ifndef NO_USE_BEFORE_INIT
#define NO_USE_BEFORE_INIT 0
#endif
#ifndef NO_DEREFERENCE_AFTER_TEARDOWN
#define NO_DEREFERENCE_AFTER_TEARDOWN 0
#endif
#ifndef READERS_OBSERVE_NULL_AFTER_GRACE_PERIOD
#define READERS_OBSERVE_NULL_AFTER_GRACE_PERIOD 0
#endif
#ifndef PRIOR_READERS_COMPLETE
#define PRIOR_READERS_COMPLETE 0
#endif
#ifndef CONSISTENT_SNAPSHOT
#define CONSISTENT_SNAPSHOT 0
#endif
#ifndef NO_WARNING
#define NO_WARNING 0
#endif
#ifndef NO_DEADLOCK
#define NO_DEADLOCK 0
#endif
#ifdef SINGLE_PROVIDER
#error SingleProvider does not apply
#else
#define SINGLE_PROVIDER 0
#endif

#define CPUS 2
#define THREADS 3	/* numbered from 1 */
#define OBJECTS 2	/* numbered from 1; 0 is NULL */

/* What pointers hold beside objects. */
#define FUNCTION (OBJECTS + 1)	/* a function in a slot */
#define NOBODY (OBJECTS + 2)	/* in place of whose callbacks are called: nobody is registered */
#define UNWRITTEN (-2147483647)	/* memory that nobody has written to */

/* The life of an object. */
#define RAW 0
#define LIVE 1
#define TORN_DOWN 2
byte life[OBJECTS + 1];
byte fresh = 1;	/* the next object: none is used twice */
bool gone[OBJECTS + 1];	/* torn down, or about to be, being unregistered */
bool retired[OBJECTS + 1];	/* the grace period after it has elapsed */

/* The levels of interrupts, as bits. */
#define SOFTIRQ 1
#define IRQ 2
#define NMI 4
byte running[CPUS];	/* the handlers on each CPU */
byte holder[CPUS];	/* the task that is not preempted there, or 0 */
byte irqs_off[CPUS];
byte softirqs_off[CPUS];

/* Locks. */
#define ALONE 1
#define READER 2
#define QUEUED 256
#define GOING (-1)

/* What the strategy has. */
int g_perf_guest_cbs;	/* struct callbacks *perf_guest_cbs */

byte inside[THREADS + 1];	/* the object in whose callback a thread is */
int open;	/* the threads in a read-side section, a bit for each */
int waits[THREADS + 1];	/* those that a grace period waits for */
byte held_t_sample_l_cbs[2];	/* an object that each will still use */

bool oops;	/* nobody takes a step any more */
bool calm;	/* nobody begins what need not begin */

/* What has gone wrong: set for the assertion alone, so that it says which one is violated. */
bool null_dereference, use_before_initialisation, use_after_teardown, stale_pointer, left_behind, torn_snapshot, lost_registration, warning;

/* A thread does something wrong, and continues. */
inline faults(what, property)
{
	if
	:: property -> what = true; assert(!what); what = false
	:: else -> skip
	fi
}

/* The same, and the run ends there. */
inline oopses(what, property)
{
	faults(what, property);
	oops = true;
	goto end_oops
}

#define OBJECT(o) (1 <= (o) && (o) <= OBJECTS)
#define USABLE(o) (OBJECT(o) && life[o] == LIVE)

/* Uses the object that a pointer leads to. */
inline use(pointer)
{
	if
	:: !OBJECT(pointer) -> oopses(null_dereference, NO_NULL_DEREFERENCE)
	:: OBJECT(pointer) && life[pointer] == RAW -> oopses(use_before_initialisation, NO_USE_BEFORE_INIT)
	:: OBJECT(pointer) && life[pointer] == TORN_DOWN -> oopses(use_after_teardown, NO_DEREFERENCE_AFTER_TEARDOWN)
	:: else -> skip
	fi
}

/* A reader finds a pointer. */
inline meets(pointer)
{
	if
	:: OBJECT(pointer) && retired[pointer] -> faults(stale_pointer, READERS_OBSERVE_NULL_AFTER_GRACE_PERIOD)
	:: else -> skip
	fi
}

/* A run of a reader calls the callbacks of one registration. */
inline calls(pointer)
{
	if
	:: uses != 0 && uses != pointer -> faults(torn_snapshot, CONSISTENT_SNAPSHOT)
	:: else -> skip
	fi;
	uses = pointer
}

inline begins(object)
{
	life[object] = LIVE;
	fresh++
}

/* A task stays on its CPU, and no other task runs there. */
inline pin(c)
{
	pins++;
	holder[c] = me
}

inline unpin(c)
{
	pins--;
	if
	:: pins == 0 -> holder[c] = 0
	:: else -> skip
	fi
}

/* Nobody waits for a read-side section that has ended. */
inline ends(which)
{
	open = open & ~(1 << which);
	waits[1] = waits[1] & ~(1 << which)
}

inline opens()
{
	sections++;
	open = open | 1 << me
}

inline closes()
{
	sections--;
	if
	:: sections == 0 -> ends(me)
	:: else -> skip
	fi
}

/* A task runs on a CPU that no handler interrupts and no other task holds. */
#define FREE(c) (running[c] == 0 && (holder[c] == me || holder[c] == 0 && pins == 0))
#define ON(c) (!oops && FREE(c))
#define TURN (!oops && (FREE(0) || FREE(1)))

/* A handler runs unless one above it does, and begins where nothing of its level or above runs. */
#define HANDLES(level) (!oops && running[cpu] < 2 * level)
#define STRIKES_SOFTIRQ (!oops && running[cpu] < SOFTIRQ && irqs_off[cpu] == 0 && softirqs_off[cpu] == 0)
#define STRIKES_IRQ (!oops && running[cpu] < IRQ && irqs_off[cpu] == 0)
#define STRIKES_NMI (!oops && running[cpu] < NMI)

/* A module, which registers and unregisters. */
proctype t_provider(byte me)
{
	byte pins;
	int obj;
	int l_perf_guest_cbs;

end_n0:	/* initialise */
	atomic {
		TURN && !calm && fresh <= OBJECTS;
		obj = fresh;
		begins(obj);
		goto n2
	};
n2:	/* 22: if (WARN_ON_ONCE(rcu_access_pointer(perf_guest_cbs))) -- load perf_guest_cbs */
	atomic {
		TURN;
		l_perf_guest_cbs = g_perf_guest_cbs;
		goto n3
	};
n3:	/* 22: if (WARN_ON_ONCE(rcu_access_pointer(perf_guest_cbs))) -- warn_on */
	atomic {
		TURN;
		if
		:: (l_perf_guest_cbs != 0) ->
			faults(warning, NO_WARNING)
		:: else ->
			skip
		fi;
		goto n4
	};
n4:	/* 22: if (WARN_ON_ONCE(rcu_access_pointer(perf_guest_cbs))) -- if */
	atomic {
		TURN;
		if
		:: (l_perf_guest_cbs != 0) ->
			l_perf_guest_cbs = 0;
			goto end_n9
		:: else ->
			l_perf_guest_cbs = 0;
			goto n7
		fi
	};
end_n9:	/* registered */
	atomic {
		TURN && !calm;
		goto n11
	};
n7:	/* 25: rcu_assign_pointer(perf_guest_cbs, cbs); -- store perf_guest_cbs */
	atomic {
		TURN;
		g_perf_guest_cbs = obj;
		goto end_n9
	};
n11:	/* 30: if (WARN_ON_ONCE(rcu_access_pointer(perf_guest_cbs) != cbs)) -- load perf_guest_cbs */
	atomic {
		TURN;
		l_perf_guest_cbs = g_perf_guest_cbs;
		goto n12
	};
n12:	/* 30: if (WARN_ON_ONCE(rcu_access_pointer(perf_guest_cbs) != cbs)) -- warn_on */
	atomic {
		TURN;
		if
		:: !((l_perf_guest_cbs == obj)) ->
			faults(warning, NO_WARNING)
		:: else ->
			skip
		fi;
		goto n13
	};
n13:	/* 30: if (WARN_ON_ONCE(rcu_access_pointer(perf_guest_cbs) != cbs)) -- if */
	atomic {
		TURN;
		if
		:: !((l_perf_guest_cbs == obj)) ->
			l_perf_guest_cbs = 0;
			gone[obj] = true;
			goto n20
		:: else ->
			l_perf_guest_cbs = 0;
			goto n16
		fi
	};
n20:	/* tear down */
	atomic {
		TURN;
		life[obj] = TORN_DOWN;
		gone[obj] = true;
		if
		:: inside[2] == obj || inside[3] == obj ->
			oopses(use_after_teardown, NO_DEREFERENCE_AFTER_TEARDOWN)
		:: else ->
			skip
		fi;
		obj = 0;
		goto end_n0
	};
n16:	/* 33: rcu_assign_pointer(perf_guest_cbs, NULL); -- store perf_guest_cbs */
	atomic {
		TURN;
		g_perf_guest_cbs = 0;
		goto n18
	};
n18:	/* 34: synchronize_rcu(); -- synchronize_rcu */
	atomic {
		TURN;
		waits[me] = open;
		goto n19
	};
n19:	/* 34: synchronize_rcu(); -- grace period */
	atomic {
		TURN && waits[me] == 0;
		retired[obj] = true;
		gone[obj] = true;
		goto n20
	};
end_oops:
	false
}

/* sample(), which runs as NMI. */
proctype t_sample(byte me; byte cpu)
{
	int uses;
	int l_cbs;
	int l_is_in_guest;

end_n0:	/* 37: __nmi void sample(void) -- idle */
	atomic {
		STRIKES_NMI && !calm;
		running[cpu] = running[cpu] + NMI;
		open = open | 1 << me;
		goto n2
	};
n2:	/* 39: struct callbacks *cbs = rcu_dereference(perf_guest_cbs); -- load perf_guest_cbs */
	atomic {
		HANDLES(NMI);
		l_cbs = g_perf_guest_cbs;
		meets(l_cbs);
		goto n4
	};
n4:	/* 41: if (cbs && cbs->is_in_guest()) -- if */
	atomic {
		HANDLES(NMI);
		if
		:: (l_cbs != 0) ->
			held_t_sample_l_cbs[me - 2] = (OBJECT(l_cbs) -> l_cbs : 0);
			goto n6
		:: else ->
			l_cbs = 0;
			goto n12
		fi
	};
n6:	/* 41: if (cbs && cbs->is_in_guest()) -- call is_in_guest */
	atomic {
		HANDLES(NMI);
		if
		:: l_cbs != 0 ->
			calls(l_cbs)
		:: else ->
			skip
		fi;
		use(l_cbs);
		inside[me] = l_cbs;
		goto n7
	};
n12:	/* 37: __nmi void sample(void) -- return */
	atomic {
		HANDLES(NMI);
		inside[me] = 0;
		uses = 0;
		running[cpu] = running[cpu] - NMI;
		ends(me);
		goto end_n0
	};
n7:	/* 41: if (cbs && cbs->is_in_guest()) -- in is_in_guest */
	atomic {
		HANDLES(NMI);
		if
		:: true ->
			l_is_in_guest = 0
		:: true ->
			l_is_in_guest = 1
		fi;
		inside[me] = 0;
		held_t_sample_l_cbs[me - 2] = 0;
		goto n8
	};
n8:	/* 41: if (cbs && cbs->is_in_guest()) -- if */
	atomic {
		HANDLES(NMI);
		if
		:: l_is_in_guest ->
			l_is_in_guest = 0;
			held_t_sample_l_cbs[me - 2] = (OBJECT(l_cbs) -> l_cbs : 0);
			goto n10
		:: else ->
			l_cbs = 0;
			l_is_in_guest = 0;
			goto n12
		fi
	};
n10:	/* 42: cbs->get_ip(); -- call get_ip */
	atomic {
		HANDLES(NMI);
		if
		:: l_cbs != 0 ->
			calls(l_cbs)
		:: else ->
			skip
		fi;
		use(l_cbs);
		inside[me] = l_cbs;
		l_cbs = 0;
		held_t_sample_l_cbs[me - 2] = 0;
		goto n11
	};
n11:	/* 42: cbs->get_ip(); -- in get_ip */
	atomic {
		HANDLES(NMI);
		inside[me] = 0;
		goto n12
	};
end_oops:
	false
}

/* A run that ends in an oops is no deadlock. */
proctype halted()
{
end:
	do
	:: oops -> skip
#if !NO_DEADLOCK
	:: else -> skip
#endif
	od
}

/* Says what is wrong with a state; the run ends there. */
proctype watch()
{
end:
	if
#if PRIOR_READERS_COMPLETE
	:: atomic {
		gone[inside[2]] ||
		gone[inside[3]] ||
		gone[held_t_sample_l_cbs[0]] ||
		gone[held_t_sample_l_cbs[1]] ->
		faults(left_behind, PRIOR_READERS_COMPLETE);
		oops = true
	   }
#endif
	:: false
	fi
}

/* From some time on nobody begins anything: who has begun must be able to come to an end. */
proctype calms()
{
end:
	atomic {
		!oops -> calm = true
	}
}

init {
	atomic {
		run t_provider(1);
		run t_sample(2, 0);
		run t_sample(3, 1);
		run watch();
#if NO_DEADLOCK
		run calms();
#endif
		run halted()
	}
}

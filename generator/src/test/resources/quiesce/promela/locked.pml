/*
 * locked: a model for Spin, from specs/locked/strategy.c
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
 *   PRIOR_READERS_COMPLETE
 *     PriorReadersComplete: when unregister returns, no reader still holds or runs the old object
 *   CONSISTENT_SNAPSHOT
 *     ConsistentSnapshot: one run of a reader uses the callbacks of one registration only, with their data
 *   NO_DEADLOCK
 *     NoDeadlock: nothing waits for something that can never come
 *
 * Not applicable: ReadersObserveNullAfterGracePeriod, as unregister waits for no grace period.
 *
 * Not applicable: SingleProvider, as there is one provider.
 *
 * Not applicable: NoWarning, as there is no WARN_ON.
 *
 * Not in this model, being about what must happen in the end: UnregisterCompletes, ReadersComplete.
 */

#if 1 && !defined(NO_NULL_DEREFERENCE) && !defined(NO_USE_BEFORE_INIT) && !defined(NO_DEREFERENCE_AFTER_TEARDOWN) && !defined(PRIOR_READERS_COMPLETE) && !defined(CONSISTENT_SNAPSHOT) && !defined(NO_DEADLOCK)
/* None is chosen: all are. */
#define NO_NULL_DEREFERENCE 1
#define NO_USE_BEFORE_INIT 1
#define NO_DEREFERENCE_AFTER_TEARDOWN 1
#define PRIOR_READERS_COMPLETE 1
#define CONSISTENT_SNAPSHOT 1
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
#ifndef PRIOR_READERS_COMPLETE
#define PRIOR_READERS_COMPLETE 0
#endif
#ifndef CONSISTENT_SNAPSHOT
#define CONSISTENT_SNAPSHOT 0
#endif
#ifndef NO_DEADLOCK
#define NO_DEADLOCK 0
#endif
#ifdef READERS_OBSERVE_NULL_AFTER_GRACE_PERIOD
#error ReadersObserveNullAfterGracePeriod does not apply
#else
#define READERS_OBSERVE_NULL_AFTER_GRACE_PERIOD 0
#endif
#ifdef SINGLE_PROVIDER
#error SingleProvider does not apply
#else
#define SINGLE_PROVIDER 0
#endif
#ifdef NO_WARNING
#error NoWarning does not apply
#else
#define NO_WARNING 0
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
int k_perf_guest_cbs_lock;	/* lock perf_guest_cbs_lock */

byte inside[THREADS + 1];	/* the object in whose callback a thread is */
byte held_t_sample_l_perf_guest_cbs[2];	/* an object that each will still use */
byte held_t_sample_l_perf_guest_cbs_2[2];	/* an object that each will still use */

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

end_n0:	/* initialise */
	atomic {
		TURN && !calm && fresh <= OBJECTS;
		obj = fresh;
		begins(obj);
		goto n3
	};
n3:	/* 24: spin_lock_irqsave(&perf_guest_cbs_lock, flags); -- local_irq_save */
	if
	:: atomic {
		ON(0);
		irqs_off[0]++;
		pin(0);
		goto n4
	   }
	:: atomic {
		ON(1);
		irqs_off[1]++;
		pin(1);
		goto n4
	   }
	fi;
n4:	/* 24: spin_lock_irqsave(&perf_guest_cbs_lock, flags); -- spin_lock perf_guest_cbs_lock */
	if
	:: atomic {
		ON(0) && k_perf_guest_cbs_lock == 0;
		k_perf_guest_cbs_lock = ALONE;
		pin(0);
		goto n6
	   }
	:: atomic {
		ON(1) && k_perf_guest_cbs_lock == 0;
		k_perf_guest_cbs_lock = ALONE;
		pin(1);
		goto n6
	   }
	fi;
n6:	/* 25: perf_guest_cbs = cbs; -- store perf_guest_cbs */
	atomic {
		TURN;
		g_perf_guest_cbs = obj;
		goto n8
	};
n8:	/* 26: spin_unlock_irqrestore(&perf_guest_cbs_lock, flags); -- spin_unlock perf_guest_cbs_lock */
	if
	:: atomic {
		ON(0);
		k_perf_guest_cbs_lock = k_perf_guest_cbs_lock - ALONE;
		unpin(0);
		goto n9
	   }
	:: atomic {
		ON(1);
		k_perf_guest_cbs_lock = k_perf_guest_cbs_lock - ALONE;
		unpin(1);
		goto n9
	   }
	fi;
n9:	/* 26: spin_unlock_irqrestore(&perf_guest_cbs_lock, flags); -- local_irq_restore */
	if
	:: atomic {
		ON(0);
		irqs_off[0]--;
		unpin(0);
		goto end_n11
	   }
	:: atomic {
		ON(1);
		irqs_off[1]--;
		unpin(1);
		goto end_n11
	   }
	fi;
end_n11:	/* registered */
	atomic {
		TURN && !calm;
		goto n14
	};
n14:	/* 24: spin_lock_irqsave(&perf_guest_cbs_lock, flags); -- local_irq_save */
	if
	:: atomic {
		ON(0);
		irqs_off[0]++;
		pin(0);
		goto n15
	   }
	:: atomic {
		ON(1);
		irqs_off[1]++;
		pin(1);
		goto n15
	   }
	fi;
n15:	/* 24: spin_lock_irqsave(&perf_guest_cbs_lock, flags); -- spin_lock perf_guest_cbs_lock */
	if
	:: atomic {
		ON(0) && k_perf_guest_cbs_lock == 0;
		k_perf_guest_cbs_lock = ALONE;
		pin(0);
		goto n17
	   }
	:: atomic {
		ON(1) && k_perf_guest_cbs_lock == 0;
		k_perf_guest_cbs_lock = ALONE;
		pin(1);
		goto n17
	   }
	fi;
n17:	/* 25: perf_guest_cbs = cbs; -- store perf_guest_cbs */
	atomic {
		TURN;
		g_perf_guest_cbs = 0;
		goto n19
	};
n19:	/* 26: spin_unlock_irqrestore(&perf_guest_cbs_lock, flags); -- spin_unlock perf_guest_cbs_lock */
	if
	:: atomic {
		ON(0);
		k_perf_guest_cbs_lock = k_perf_guest_cbs_lock - ALONE;
		unpin(0);
		goto n20
	   }
	:: atomic {
		ON(1);
		k_perf_guest_cbs_lock = k_perf_guest_cbs_lock - ALONE;
		unpin(1);
		goto n20
	   }
	fi;
n20:	/* 26: spin_unlock_irqrestore(&perf_guest_cbs_lock, flags); -- local_irq_restore */
	if
	:: atomic {
		ON(0);
		irqs_off[0]--;
		unpin(0);
		gone[obj] = true;
		goto n21
	   }
	:: atomic {
		ON(1);
		irqs_off[1]--;
		unpin(1);
		gone[obj] = true;
		goto n21
	   }
	fi;
n21:	/* tear down */
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
end_oops:
	false
}

/* sample(), which runs as NMI. */
proctype t_sample(byte me; byte cpu)
{
	int uses;
	int l_is_in_guest;
	int l_perf_guest_cbs;
	int l_perf_guest_cbs_2;

end_n0:	/* 39: __nmi void sample(void) -- idle */
	atomic {
		STRIKES_NMI && !calm;
		running[cpu] = running[cpu] + NMI;
		goto n2
	};
n2:	/* 41: spin_lock(&perf_guest_cbs_lock); -- spin_lock perf_guest_cbs_lock */
	atomic {
		HANDLES(NMI) && k_perf_guest_cbs_lock == 0;
		k_perf_guest_cbs_lock = ALONE;
		goto n4
	};
n4:	/* 42: if (perf_guest_cbs && perf_guest_cbs->is_in_guest()) -- load perf_guest_cbs */
	atomic {
		HANDLES(NMI);
		l_perf_guest_cbs = g_perf_guest_cbs;
		goto n5
	};
n5:	/* 42: if (perf_guest_cbs && perf_guest_cbs->is_in_guest()) -- if */
	atomic {
		HANDLES(NMI);
		if
		:: (l_perf_guest_cbs != 0) ->
			l_perf_guest_cbs = 0;
			goto n7
		:: else ->
			l_perf_guest_cbs = 0;
			goto n16
		fi
	};
n7:	/* 42: if (perf_guest_cbs && perf_guest_cbs->is_in_guest()) -- load perf_guest_cbs */
	atomic {
		HANDLES(NMI);
		l_perf_guest_cbs_2 = g_perf_guest_cbs;
		held_t_sample_l_perf_guest_cbs_2[me - 2] = (OBJECT(l_perf_guest_cbs_2) -> l_perf_guest_cbs_2 : 0);
		goto n8
	};
n16:	/* 44: spin_unlock(&perf_guest_cbs_lock); -- spin_unlock perf_guest_cbs_lock */
	atomic {
		HANDLES(NMI);
		k_perf_guest_cbs_lock = k_perf_guest_cbs_lock - ALONE;
		goto n17
	};
n8:	/* 42: if (perf_guest_cbs && perf_guest_cbs->is_in_guest()) -- call is_in_guest */
	atomic {
		HANDLES(NMI);
		if
		:: l_perf_guest_cbs_2 != 0 ->
			calls(l_perf_guest_cbs_2)
		:: else ->
			skip
		fi;
		use(l_perf_guest_cbs_2);
		inside[me] = l_perf_guest_cbs_2;
		l_perf_guest_cbs_2 = 0;
		held_t_sample_l_perf_guest_cbs_2[me - 2] = 0;
		goto n9
	};
n17:	/* 39: __nmi void sample(void) -- return */
	atomic {
		HANDLES(NMI);
		inside[me] = 0;
		uses = 0;
		running[cpu] = running[cpu] - NMI;
		goto end_n0
	};
n9:	/* 42: if (perf_guest_cbs && perf_guest_cbs->is_in_guest()) -- in is_in_guest */
	atomic {
		HANDLES(NMI);
		if
		:: true ->
			l_is_in_guest = 0
		:: true ->
			l_is_in_guest = 1
		fi;
		inside[me] = 0;
		goto n10
	};
n10:	/* 42: if (perf_guest_cbs && perf_guest_cbs->is_in_guest()) -- if */
	atomic {
		HANDLES(NMI);
		if
		:: l_is_in_guest ->
			l_is_in_guest = 0;
			goto n12
		:: else ->
			l_is_in_guest = 0;
			goto n16
		fi
	};
n12:	/* 43: perf_guest_cbs->get_ip(); -- load perf_guest_cbs */
	atomic {
		HANDLES(NMI);
		l_perf_guest_cbs = g_perf_guest_cbs;
		held_t_sample_l_perf_guest_cbs[me - 2] = (OBJECT(l_perf_guest_cbs) -> l_perf_guest_cbs : 0);
		goto n13
	};
n13:	/* 43: perf_guest_cbs->get_ip(); -- call get_ip */
	atomic {
		HANDLES(NMI);
		if
		:: l_perf_guest_cbs != 0 ->
			calls(l_perf_guest_cbs)
		:: else ->
			skip
		fi;
		use(l_perf_guest_cbs);
		inside[me] = l_perf_guest_cbs;
		l_perf_guest_cbs = 0;
		held_t_sample_l_perf_guest_cbs[me - 2] = 0;
		goto n14
	};
n14:	/* 43: perf_guest_cbs->get_ip(); -- in get_ip */
	atomic {
		HANDLES(NMI);
		inside[me] = 0;
		goto n16
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
		gone[held_t_sample_l_perf_guest_cbs[0]] ||
		gone[held_t_sample_l_perf_guest_cbs[1]] ||
		gone[held_t_sample_l_perf_guest_cbs_2[0]] ||
		gone[held_t_sample_l_perf_guest_cbs_2[1]] ->
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

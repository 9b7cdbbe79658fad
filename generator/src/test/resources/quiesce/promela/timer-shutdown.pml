/*
 * timer-shutdown: a model for Spin, from specs/timer-shutdown/strategy.c
 *
 * Written by quiesce from the steps of the strategy, not from its TLA+ specification. Memory is
 * sequentially consistent. 2 CPUs, 2 registrations, 1 object, 5 threads; the compiler may
 * repeat plain loads and put off plain stores.
 *
 *   spin -a FILE && cc -O1 -DSAFETY -o pan pan.c && ./pan -m1000000
 *
 * checks all that follows, up to the first violation; -c0 lets pan find all of them. With -D and a
 * name before -a, Spin is asked for that property alone. A search that is not exhaustive says
 * nothing of what it has not found.
 *
 *   NO_DEREFERENCE_AFTER_TEARDOWN
 *     NoDereferenceAfterTeardown: no reader reads, enters or is inside an object that has been torn down
 *   NO_WARNING
 *     NoWarning: no WARN_ON fires
 *   NO_DEADLOCK
 *     NoDeadlock: nothing waits for something that can never come
 *
 * Not applicable: NoNullDereference, as nobody uses the callbacks.
 *
 * Not applicable: NoUseBeforeInit, as nobody uses the callbacks.
 *
 * Not applicable: ReadersObserveNullAfterGracePeriod, as unregister waits for no grace period.
 *
 * Not applicable: PriorReadersComplete, as no reader holds the callbacks.
 *
 * Not applicable: ConsistentSnapshot, as no reader calls more than one callback, or hands it data that is kept apart from it.
 *
 * Not applicable: SingleProvider, as there is one provider.
 *
 * Not in this model, being about what must happen in the end: UnregisterCompletes.
 */

#if 1 && !defined(NO_DEREFERENCE_AFTER_TEARDOWN) && !defined(NO_WARNING) && !defined(NO_DEADLOCK)
/* None is chosen: all are. */
#define NO_DEREFERENCE_AFTER_TEARDOWN 1
#define NO_WARNING 1
#define NO_DEADLOCK 1
#endif
#ifndef NO_DEREFERENCE_AFTER_TEARDOWN
#define NO_DEREFERENCE_AFTER_TEARDOWN 0
#endif
#ifndef NO_WARNING
#define NO_WARNING 0
#endif
#ifndef NO_DEADLOCK
#define NO_DEADLOCK 0
#endif
#ifdef NO_NULL_DEREFERENCE
#error NoNullDereference does not apply
#else
#define NO_NULL_DEREFERENCE 0
#endif
#ifdef NO_USE_BEFORE_INIT
#error NoUseBeforeInit does not apply
#else
#define NO_USE_BEFORE_INIT 0
#endif
#ifdef READERS_OBSERVE_NULL_AFTER_GRACE_PERIOD
#error ReadersObserveNullAfterGracePeriod does not apply
#else
#define READERS_OBSERVE_NULL_AFTER_GRACE_PERIOD 0
#endif
#ifdef PRIOR_READERS_COMPLETE
#error PriorReadersComplete does not apply
#else
#define PRIOR_READERS_COMPLETE 0
#endif
#ifdef CONSISTENT_SNAPSHOT
#error ConsistentSnapshot does not apply
#else
#define CONSISTENT_SNAPSHOT 0
#endif
#ifdef SINGLE_PROVIDER
#error SingleProvider does not apply
#else
#define SINGLE_PROVIDER 0
#endif

#define CPUS 2
#define THREADS 5	/* numbered from 1 */
#define OBJECTS 1	/* numbered from 1; 0 is NULL */

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
int k_port_timer_pending;	/* port_timer.pending */
int k_port_timer_running;	/* port_timer.running */
int k_port_timer_off;	/* port_timer.off */
int k_port_interrupt_requested;	/* port_interrupt.requested */
int k_port_interrupt_running;	/* port_interrupt.running */

byte inside[THREADS + 1];	/* the object in whose callback a thread is */

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
	int l_busy;
	int l_fails;
	int l_registered;
	int l_unbalanced;

end_n0:	/* initialise */
	atomic {
		TURN && !calm && fresh == 1;
		obj = fresh;
		begins(obj);
		goto n3
	};
n3:	/* 32: timer_setup(&port_timer, port_timeout, 0); -- switch port_timer */
	atomic {
		TURN;
		k_port_timer_off = 0;
		goto n5
	};
n5:	/* 33: return request_irq(PORT_IRQ, port_interrupt, 0, "port", NULL); -- given fails */
	atomic {
		TURN;
		if
		:: true ->
			l_fails = 0
		:: true ->
			l_fails = 1
		fi;
		goto n6
	};
n6:	/* 33: return request_irq(PORT_IRQ, port_interrupt, 0, "port", NULL); -- if */
	atomic {
		TURN;
		if
		:: l_fails ->
			l_fails = 0;
			goto n7
		:: else ->
			l_fails = 0;
			goto n8
		fi
	};
n7:	/* 33: return request_irq(PORT_IRQ, port_interrupt, 0, "port", NULL); -- assign registered */
	atomic {
		TURN;
		l_registered = (-16);
		goto n13
	};
n8:	/* 33: return request_irq(PORT_IRQ, port_interrupt, 0, "port", NULL); -- request_irq port_interrupt */
	atomic {
		TURN;
		if
		:: k_port_interrupt_requested == 1 ->
			l_busy = 1;
			goto n9
		:: else ->
			l_busy = 0;
			k_port_interrupt_requested = 1;
			goto n9
		fi
	};
n13:	/* if */
	atomic {
		TURN;
		if
		:: (l_registered != 0) ->
			l_registered = 0;
			goto n22
		:: else ->
			l_registered = 0;
			goto end_n14
		fi
	};
n9:	/* 33: return request_irq(PORT_IRQ, port_interrupt, 0, "port", NULL); -- if */
	atomic {
		TURN;
		if
		:: (l_busy != 0) ->
			l_busy = 0;
			goto n10
		:: else ->
			l_busy = 0;
			goto n11
		fi
	};
n22:	/* 20: static void port_timeout(struct timer_list *t) -- outlived port_timer */
	atomic {
		TURN;
		if
		:: (k_port_timer_pending != 0 || k_port_timer_running != 0) ->
			oopses(use_after_teardown, NO_DEREFERENCE_AFTER_TEARDOWN)
		:: else ->
			goto n23
		fi
	};
end_n14:	/* registered */
	atomic {
		TURN && !calm;
		goto n16
	};
n10:	/* 33: return request_irq(PORT_IRQ, port_interrupt, 0, "port", NULL); -- assign registered */
	atomic {
		TURN;
		l_registered = (-16);
		goto n13
	};
n11:	/* 33: return request_irq(PORT_IRQ, port_interrupt, 0, "port", NULL); -- assign registered */
	atomic {
		TURN;
		l_registered = 0;
		goto n13
	};
n23:	/* 24: static irqreturn_t port_interrupt(int irq, void *dev_id) -- outlived port_interrupt */
	atomic {
		TURN;
		if
		:: (k_port_interrupt_requested != 0 || k_port_interrupt_running != 0) ->
			oopses(use_after_teardown, NO_DEREFERENCE_AFTER_TEARDOWN)
		:: else ->
			gone[obj] = true;
			goto n24
		fi
	};
n16:	/* 39: timer_shutdown_sync(&port_timer); -- switch port_timer */
	atomic {
		TURN;
		k_port_timer_off = 1;
		goto n17
	};
n24:	/* tear down */
	atomic {
		TURN;
		life[obj] = TORN_DOWN;
		gone[obj] = true;
		obj = 0;
		goto end_n0
	};
n17:	/* 39: timer_shutdown_sync(&port_timer); -- ended port_timer */
	atomic {
		TURN && k_port_timer_running == 0;
		k_port_timer_pending = 0;
		goto n19
	};
n19:	/* 40: free_irq(PORT_IRQ, NULL); -- free_irq port_interrupt */
	atomic {
		TURN;
		if
		:: k_port_interrupt_requested == 1 ->
			l_unbalanced = 0;
			k_port_interrupt_requested = 0;
			goto n20
		:: else ->
			l_unbalanced = 1;
			k_port_interrupt_requested = 0;
			goto n20
		fi
	};
n20:	/* 40: free_irq(PORT_IRQ, NULL); -- warn_on */
	atomic {
		TURN;
		if
		:: (l_unbalanced != 0) ->
			faults(warning, NO_WARNING)
		:: else ->
			skip
		fi;
		l_unbalanced = 0;
		goto n21
	};
n21:	/* 40: free_irq(PORT_IRQ, NULL); -- ended port_interrupt */
	atomic {
		TURN && k_port_interrupt_running == 0;
		goto n22
	};
end_oops:
	false
}

/* port_timeout(), which runs as softirq. */
proctype t_port_timeout(byte me; byte cpu)
{

end_n0:	/* 20: static void port_timeout(struct timer_list *t) -- idle */
	atomic {
		STRIKES_SOFTIRQ && k_port_timer_pending == 1 && k_port_timer_running == 0;
		running[cpu] = running[cpu] + SOFTIRQ;
		k_port_timer_pending = 0;
		k_port_timer_running = 1;
		goto n1
	};
n1:	/* 20: static void port_timeout(struct timer_list *t) -- end port_timer.running */
	atomic {
		HANDLES(SOFTIRQ);
		k_port_timer_running = k_port_timer_running - ALONE;
		goto n2
	};
n2:	/* 20: static void port_timeout(struct timer_list *t) -- return */
	atomic {
		HANDLES(SOFTIRQ);
		running[cpu] = running[cpu] - SOFTIRQ;
		goto end_n0
	};
end_oops:
	false
}

/* port_interrupt(), which runs as IRQ. */
proctype t_port_interrupt(byte me; byte cpu)
{

end_n0:	/* 24: static irqreturn_t port_interrupt(int irq, void *dev_id) -- idle */
	atomic {
		STRIKES_IRQ && !calm && k_port_interrupt_running == 0 && k_port_interrupt_requested == 1;
		running[cpu] = running[cpu] + IRQ;
		k_port_interrupt_running = 1;
		goto n3
	};
n3:	/* 26: mod_timer(&port_timer, jiffies + HZ); -- arm port_timer */
	atomic {
		HANDLES(IRQ);
		if
		:: k_port_timer_off == 1 ->
			goto n5
		:: else ->
			k_port_timer_pending = 1;
			goto n5
		fi
	};
n5:	/* 24: static irqreturn_t port_interrupt(int irq, void *dev_id) -- end port_interrupt.running */
	atomic {
		HANDLES(IRQ);
		k_port_interrupt_running = k_port_interrupt_running - ALONE;
		goto n6
	};
n6:	/* 24: static irqreturn_t port_interrupt(int irq, void *dev_id) -- return */
	atomic {
		HANDLES(IRQ);
		running[cpu] = running[cpu] - IRQ;
		goto end_n0
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
		run t_port_timeout(2, 0);
		run t_port_timeout(3, 1);
		run t_port_interrupt(4, 0);
		run t_port_interrupt(5, 1);
#if NO_DEADLOCK
		run calms();
#endif
		run halted()
	}
}

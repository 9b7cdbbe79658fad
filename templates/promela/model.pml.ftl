<#import "statements.pml.ftl" as s>
<#if license?has_content>
/* SPDX-License-Identifier: ${license} */
</#if>
/*
 * ${name}: a model for Spin, from ${file}
 *
 * Written by quiesce from the steps of the strategy, not from its TLA+ specification. Memory is
 * sequentially consistent. ${cpus} CPU<#if cpus != 1>s</#if>, ${registrations} registration<#if registrations != 1>s</#if>, ${objects} object<#if objects != 1>s</#if>, ${threads} threads; the compiler may
 * repeat plain loads and put off plain stores.
 *
 *   spin -a FILE && cc -O1 -DSAFETY -o pan pan.c && ./pan -m1000000
 *
 * checks all that follows, up to the first violation; -c0 lets pan find all of them. With -D and a
 * name before -a, Spin is asked for that property alone. A search that is not exhaustive says
 * nothing of what it has not found.
 *
<#list asked as p>
 *   ${p.name}
 *     ${p.title}: ${p.meaning}
</#list>
<#list others as p>
 *
 * Not applicable: ${p.title}, as ${p.meaning}.
</#list>
<#if liveness?has_content>
 *
 * Not in this model, being about what must happen in the end: ${liveness}.
</#if>
 */

#if 1<#list asked as p> && !defined(${p.name})</#list>
/* None is chosen: all are. */
<#list asked as p>
#define ${p.name} 1
</#list>
#endif
<#list asked as p>
#ifndef ${p.name}
#define ${p.name} 0
#endif
</#list>
<#list others as p>
#ifdef ${p.name}
#error ${p.title} does not apply
#else
#define ${p.name} 0
#endif
</#list>

#define CPUS ${cpus}
#define THREADS ${threads}	/* numbered from 1 */
#define OBJECTS ${objects}	/* numbered from 1; 0 is NULL */

/* What pointers hold beside objects. */
#define FUNCTION (OBJECTS + 1)	/* a function in a slot */
#define NOBODY (OBJECTS + 2)	/* in place of whose callbacks are called: nobody is registered */
<#list functions as f>
#define ${f} (OBJECTS + ${3 + f?index})
</#list>
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
<#list levels as l>
#define ${l.name} ${l.bit}
</#list>
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
<#list ofStrategy as v>
${v.text};<#if v.comment?has_content>	/* ${v.comment} */</#if>
</#list>

byte inside[THREADS + 1];	/* the object in whose callback a thread is */
<#list ofThreads as v>
${v.text};<#if v.comment?has_content>	/* ${v.comment} */</#if>
</#list>

bool oops;	/* nobody takes a step any more */
bool calm;	/* nobody begins what need not begin */

/* What has gone wrong: set for the assertion alone, so that it says which one is violated. */
bool <#list faults as f>${f}<#sep>, </#list>;

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

<#if rcu>
/* Nobody waits for a read-side section that has ended. */
inline ends(which)
{
	open = open & ~(1 << which)<#list waiters as w>;
	waits[${w}] = waits[${w}] & ~(1 << which)</#list>
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
</#if>

<#list domains as domain, waiting>
inline ends_${domain}(which)
{
	open_${domain} = open_${domain} & ~(1 << (which))<#list waiting as w>;
	waits_${domain}[${w}] = waits_${domain}[${w}] & ~(1 << (which))</#list>
}
</#list>

/* A task runs on a CPU that no handler interrupts and no other task holds. */
#define FREE(c) (running[c] == 0 && (holder[c] == me || holder[c] == 0 && pins == 0))
#define ON(c) (!oops && FREE(c))
#define TURN (!oops && (<#list free as f>${f}<#sep> || </#list>))

/* A handler runs unless one above it does, and begins where nothing of its level or above runs. */
#define HANDLES(level) (!oops && running[cpu] < 2 * level)
<#list levels as l>
#define STRIKES_${l.name} (!oops && running[cpu] < ${l.name}${l.off})
</#list>

<#list processes as p>
/* ${p.comment} */
proctype ${p.name}(${p.parameters})
{
<#list p.locals as l>
	${l};
</#list>

<#list p.blocks as b>
<@s.block b/>
</#list>
end_oops:
	false
}

</#list>
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

<#if leftBehind?has_content || lost?has_content>
/* Says what is wrong with a state; the run ends there. */
proctype watch()
{
end:
	if
<#if leftBehind?has_content>
#if PRIOR_READERS_COMPLETE
	:: atomic {
		${leftBehind} ->
		faults(left_behind, PRIOR_READERS_COMPLETE);
		oops = true
	   }
#endif
</#if>
<#if lost?has_content>
#if SINGLE_PROVIDER
	:: atomic {
		${lost} ->
		faults(lost_registration, SINGLE_PROVIDER);
		oops = true
	   }
#endif
</#if>
	:: false
	fi
}
</#if>

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
<#list initial as i>
		${i};
</#list>
<#list starts as r>
		${r};
</#list>
<#if leftBehind?has_content || lost?has_content>
		run watch();
</#if>
#if NO_DEADLOCK
		run calms();
#endif
		run halted()
	}
}

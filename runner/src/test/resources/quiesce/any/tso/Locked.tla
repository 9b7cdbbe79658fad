------------------------------- MODULE Locked -------------------------------
(***************************************************************************)
(* locked                                                                  *)
(* a spinlock on both sides                                                *)
(*                                                                         *)
(* Would a lock not be simpler than RCU?                                   *)
(*                                                                         *)
(* Source: the first idea that everybody has                               *)
(* Memory model: tso (x86: each CPU has a store buffer)                    *)
(* Bounds: any number of CPUs, 2 objects (in the configurations)           *)
(* Generated from strategy.c by quiesce; edit that file, not this one.     *)
(*                                                                         *)
(* A crowd is the set of the states that its members are in. It does not   *)
(* say how many are in one: at least one of any number. A member that      *)
(* moves on may leave others behind. So each run of n members is one of    *)
(* these, for every n, and what holds here holds for every n. Not the      *)
(* other way round: what is violated here may hold for a number that is    *)
(* given.                                                                  *)
(*                                                                         *)
(* Check it:  quiesce check locked                                         *)
(*       or:  java -cp tla2tools.jar tlc2.TLC Locked                       *)
(***************************************************************************)
EXTENDS FiniteSets, Naturals, Sequences, TLC

CONSTANTS
  Objects,        \* the callback structures, registered one at a time
  perf_guest_cbs, \* the address of struct callbacks *perf_guest_cbs
  perf_guest_cbs_lock, \* a lock: 1 when it is held
  NULL

ASSUME
  /\ IsFiniteSet(Objects) /\ Objects # {} /\ NULL \notin Objects
  /\ Cardinality({perf_guest_cbs, perf_guest_cbs_lock}) = 2

VARIABLES
  memory,         \* what is stored, and what waits in the store buffers
  life,           \* of each object: "raw", then "live", then "torn down"
  cpus,           \* the states that CPUs are in
  provider,       \* the module that registers: where it is, and its object
  faults          \* what has gone wrong: no later state shows it

vars ==
  <<memory, life, cpus, provider, faults>>

\* Memory: what is stored there, and a buffer for each CPU that makes stores,
\* from which they reach memory in the order in which they were made.
Locations ==
  {perf_guest_cbs, perf_guest_cbs_lock}

\* Who has a buffer: a task has its own, since the scheduler drains the one
\* that it leaves.
Agents == {"provider"} \cup {"cpus"}

Untouched ==
  [stored |->
     [l \in Locations |->
        CASE l \in {perf_guest_cbs_lock} -> 0
          [] OTHER -> NULL],
   buffer |-> [a \in Agents |-> <<>>]]

\* What agent a loads: the newest of its own stores in the buffer, or else what
\* is in memory.
Value(mem, a, l) ==
  LET own == SelectSeq(mem.buffer[a], LAMBDA store : store.to = l)
  IN  IF own = <<>> THEN mem.stored[l] ELSE own[Len(own)].value

Buffered(mem, a, l, v) ==
  [mem EXCEPT !.buffer[a] =
     Append(@, [to |-> l, value |-> v])]

\* All of the agent's stores have reached memory. (TLC evaluates functions
\* lazily, and EXCEPT of one that it has not evaluated may be wrong: TLCEval.)
Flushed(mem, a) ==
  [mem EXCEPT
   !.stored = TLCEval([l \in Locations |-> Value(mem, a, l)]),
   !.buffer[a] = <<>>]

\* A member of a crowd has its buffer for itself, and is an agent while it
\* takes a step.
Known(mem, a) == mem.buffer[a]

Knowing(mem, a, buffer) == [mem EXCEPT !.buffer[a] = buffer]

\* Memory, with c as an agent.
cpus_Memory(c) == Knowing(memory, "cpus", c.knows)

Ignorant == <<>>

\* What is wrong with using the object that a pointer points to. (Stores leave
\* in order, so who sees the pointer sees the object that it points to.)
Misuse(o) ==
  IF o = NULL THEN {"NULL dereference"}
  ELSE IF life[o] = "raw" THEN {"use before initialisation"}
  ELSE IF life[o] = "torn down" THEN {"use after teardown"}
  ELSE {}

\* The values that may be stored at l.
Values(l) ==
  CASE l = perf_guest_cbs -> Objects \cup {NULL}
    [] l \in {perf_guest_cbs_lock} -> {0, 1}

\* A store that waits in a buffer.
IsStore(s) ==
  /\ DOMAIN s = {"to", "value"}
  /\ s.to \in Locations
  /\ s.value \in Values(s.to)

\* What a buffer may be.
Knowledge ==
  Seq([to : Locations, value : UNION {Values(l) : l \in Locations}])

MemoryOK ==
  /\ DOMAIN memory = {"stored", "buffer"}
  /\ DOMAIN memory.stored = Locations
  /\ \A l \in Locations : memory.stored[l] \in Values(l)
  /\ DOMAIN memory.buffer = Agents
  /\ \A a \in Agents : \A i \in 1..Len(memory.buffer[a]) :
       IsStore(memory.buffer[a][i])

provider_Idle == [at |-> "initialise", obj |-> NULL]

sample_Idle ==
  [at |-> "idle",
   perf_guest_cbs |-> NULL,
   perf_guest_cbs_2 |-> NULL,
   inside |-> NULL,
   uses |-> NULL]

cpus_Idle == [sample |-> sample_Idle, provider |-> FALSE, knows |-> Ignorant]

\* What holds of the variables in every state.
TypeOK ==
  /\ MemoryOK
  /\ life \in [Objects -> {"raw", "live", "torn down"}]
  /\ provider \in [at : {"initialise", "local_irq_save",
                         "spin_lock perf_guest_cbs_lock",
                         "store perf_guest_cbs",
                         "spin_unlock perf_guest_cbs_lock", "registered",
                         "spin_lock perf_guest_cbs_lock (2)",
                         "store perf_guest_cbs (2)",
                         "spin_unlock perf_guest_cbs_lock (2)", "tear down"},
                   obj : Objects \cup {NULL}]
  /\ cpus \subseteq [sample : [at : {"idle", "spin_lock perf_guest_cbs_lock",
                                     "load perf_guest_cbs",
                                     "load perf_guest_cbs (2)",
                                     "call is_in_guest", "in is_in_guest",
                                     "load perf_guest_cbs (3)", "call get_ip",
                                     "in get_ip", "return"},
                               perf_guest_cbs : Objects \cup {NULL},
                               perf_guest_cbs_2 : Objects \cup {NULL},
                               inside : Objects \cup {NULL},
                               uses : Objects \cup {NULL}],
                     provider : BOOLEAN,
                     knows : Knowledge]
  /\ faults \subseteq {"NULL dereference", "use before initialisation",
                       "use after teardown", "torn snapshot"}

Init ==
  /\ memory = Untouched
  /\ life = [o \in Objects |-> "raw"]
  /\ cpus = {cpus_Idle}
  /\ provider = provider_Idle
  /\ faults = {}

-----------------------------------------------------------------------------
\* An oops ends the run.
Running ==
  faults \cap {"NULL dereference", "use before initialisation",
               "use after teardown"} = {}

\* What runs on CPU c is held up until the handler returns.
Interrupted(c) == c.sample.at # "idle"

\* A task holds CPU c, with preemption off.
Pinned(c) == c.provider

NextObject == CHOOSE o \in Objects : life[o] = "raw"

\* What may be left of the crowd when a member moves on: another may be in the
\* same state.
cpus_Without(c) ==
  IF \/ c.sample.at \in {"load perf_guest_cbs", "load perf_guest_cbs (2)",
                         "call is_in_guest", "in is_in_guest",
                         "load perf_guest_cbs (3)", "call get_ip", "in get_ip"}
     \/ c.provider
    THEN {cpus \ {c}}
  ELSE {cpus, cpus \ {c}}

\* A reader is inside a callback of the object.
InUse(o) ==
  \E c \in cpus : c.sample.inside = o

\* One run of a reader must not mix two registrations. A call of NULL is a
\* fault of its own.
Torn(before, now) ==
  IF before = NULL \/ now \in {NULL, before} THEN {} ELSE {"torn snapshot"}

-----------------------------------------------------------------------------
(* The provider: initialises an object, registers it, unregisters it,      *)
(* tears it down, and again with the next one.                             *)

provider_MayStep(c) ==
  /\ Running
  /\ ~Interrupted(c)
  /\ IF provider.at \in {"spin_lock perf_guest_cbs_lock",
                         "store perf_guest_cbs",
                         "spin_unlock perf_guest_cbs_lock",
                         "spin_lock perf_guest_cbs_lock (2)",
                         "store perf_guest_cbs (2)",
                         "spin_unlock perf_guest_cbs_lock (2)"}
       THEN c.provider
     ELSE ~Pinned(c)

\* The provider initialises its next object.
provider_Initialise ==
  \E c \in cpus :
    /\ provider_MayStep(c)
    /\ provider.at = "initialise"
    /\ \E o \in Objects : life[o] = "raw"
    /\ life' = [life EXCEPT ![NextObject] = "live"]
    /\ provider' = [provider EXCEPT
                    !.at = "local_irq_save",
                    !.obj = NextObject]
    /\ UNCHANGED <<memory, cpus, faults>>

\* strategy.c:24   spin_lock_irqsave(&perf_guest_cbs_lock, flags);
publish_LocalIrqSave ==
  \E c \in cpus :
    /\ provider_MayStep(c)
    /\ provider.at = "local_irq_save"
    /\ provider' = [provider EXCEPT !.at = "spin_lock perf_guest_cbs_lock"]
    /\ \E rest \in cpus_Without(c) :
         cpus' = rest \cup {[c EXCEPT !.provider = TRUE]}
    /\ UNCHANGED <<memory, life, faults>>

\* strategy.c:24   spin_lock_irqsave(&perf_guest_cbs_lock, flags);
publish_SpinLock ==
  \E c \in cpus :
    /\ provider_MayStep(c)
    /\ provider.at = "spin_lock perf_guest_cbs_lock"
    /\ memory.buffer["provider"] = <<>>
    /\ memory.stored[perf_guest_cbs_lock] = 0
    /\ memory' = [memory EXCEPT !.stored[perf_guest_cbs_lock] = 1]
    /\ provider' = [provider EXCEPT !.at = "store perf_guest_cbs"]
    /\ UNCHANGED <<life, cpus, faults>>

\* strategy.c:25   perf_guest_cbs = cbs;
publish_PlainStore ==
  \E c \in cpus :
    /\ provider_MayStep(c)
    /\ provider.at = "store perf_guest_cbs"
    /\ memory' = Buffered(memory, "provider", perf_guest_cbs, provider.obj)
    /\ provider' = [provider EXCEPT !.at = "spin_unlock perf_guest_cbs_lock"]
    /\ UNCHANGED <<life, cpus, faults>>

\* strategy.c:26   spin_unlock_irqrestore(&perf_guest_cbs_lock, flags);
publish_SpinUnlock ==
  \E c \in cpus :
    /\ provider_MayStep(c)
    /\ provider.at = "spin_unlock perf_guest_cbs_lock"
    /\ memory' = Buffered(memory, "provider", perf_guest_cbs_lock, 0)
    /\ provider' = [provider EXCEPT !.at = "registered"]
    /\ \E rest \in cpus_Without(c) :
         cpus' = rest \cup {[c EXCEPT !.provider = FALSE]}
    /\ UNCHANGED <<life, faults>>

\* Registered; unregistering may begin.
\* strategy.c:24   spin_lock_irqsave(&perf_guest_cbs_lock, flags);
provider_BeginUnregister ==
  \E c \in cpus :
    /\ provider_MayStep(c)
    /\ provider.at = "registered"
    /\ provider' = [provider EXCEPT !.at = "spin_lock perf_guest_cbs_lock (2)"]
    /\ \E rest \in cpus_Without(c) :
         cpus' = rest \cup {[c EXCEPT !.provider = TRUE]}
    /\ UNCHANGED <<memory, life, faults>>

\* strategy.c:24   spin_lock_irqsave(&perf_guest_cbs_lock, flags);
unregister_callbacks_publish_SpinLock ==
  \E c \in cpus :
    /\ provider_MayStep(c)
    /\ provider.at = "spin_lock perf_guest_cbs_lock (2)"
    /\ memory.buffer["provider"] = <<>>
    /\ memory.stored[perf_guest_cbs_lock] = 0
    /\ memory' = [memory EXCEPT !.stored[perf_guest_cbs_lock] = 1]
    /\ provider' = [provider EXCEPT !.at = "store perf_guest_cbs (2)"]
    /\ UNCHANGED <<life, cpus, faults>>

\* strategy.c:25   perf_guest_cbs = cbs;
unregister_callbacks_publish_PlainStore ==
  \E c \in cpus :
    /\ provider_MayStep(c)
    /\ provider.at = "store perf_guest_cbs (2)"
    /\ memory' = Buffered(memory, "provider", perf_guest_cbs, NULL)
    /\ provider' = [provider EXCEPT
                    !.at = "spin_unlock perf_guest_cbs_lock (2)"]
    /\ UNCHANGED <<life, cpus, faults>>

\* strategy.c:26   spin_unlock_irqrestore(&perf_guest_cbs_lock, flags);
unregister_callbacks_publish_SpinUnlock ==
  \E c \in cpus :
    /\ provider_MayStep(c)
    /\ provider.at = "spin_unlock perf_guest_cbs_lock (2)"
    /\ memory' = Buffered(memory, "provider", perf_guest_cbs_lock, 0)
    /\ provider' = [provider EXCEPT !.at = "tear down"]
    /\ \E rest \in cpus_Without(c) :
         cpus' = rest \cup {[c EXCEPT !.provider = FALSE]}
    /\ UNCHANGED <<life, faults>>

\* Unregistered: the object and the module's text are freed.
provider_TearDown ==
  \E c \in cpus :
    /\ provider_MayStep(c)
    /\ provider.at = "tear down"
    /\ life' = [life EXCEPT ![provider.obj] = "torn down"]
    /\ provider' = [provider EXCEPT !.at = "initialise", !.obj = NULL]
    /\ faults' = faults \cup (IF InUse(provider.obj)
                                THEN {"use after teardown"}
                              ELSE {})
    /\ UNCHANGED <<memory, cpus>>

provider_Begins ==
  \/ provider_Initialise
  \/ provider_BeginUnregister

provider_GoesOn ==
  \/ publish_LocalIrqSave
  \/ publish_SpinLock
  \/ publish_PlainStore
  \/ publish_SpinUnlock
  \/ unregister_callbacks_publish_SpinLock
  \/ unregister_callbacks_publish_PlainStore
  \/ unregister_callbacks_publish_SpinUnlock
  \/ provider_TearDown

\* The thread has begun and is not held up: one of these steps can be taken.
provider_CanGoOn(c) ==
  /\ provider.at \notin {"initialise", "registered"}
  /\ provider_MayStep(c)
  /\ provider.at = "spin_lock perf_guest_cbs_lock"
       => /\ memory.buffer["provider"] = <<>>
          /\ memory.stored[perf_guest_cbs_lock] = 0
  /\ provider.at = "spin_lock perf_guest_cbs_lock (2)"
       => /\ memory.buffer["provider"] = <<>>
          /\ memory.stored[perf_guest_cbs_lock] = 0

-----------------------------------------------------------------------------
(* sample(): an NMI handler, and as such one read-side section.            *)

\* strategy.c:39   __nmi void sample(void)
sample_Begin ==
  \E c \in cpus :
    /\ Running
    /\ c.sample.at = "idle"
    /\ c.provider => memory.buffer["provider"] = <<>>
    /\ LET now == Flushed(cpus_Memory(c), "cpus") IN
         /\ memory' = Knowing(now, "cpus", Ignorant)
         /\ \E rest \in cpus_Without(c) :
              cpus' =
                rest \cup {[c EXCEPT
                            !.knows = Known(now, "cpus"),
                            !.sample.at = "spin_lock perf_guest_cbs_lock"]}
    /\ UNCHANGED <<life, provider, faults>>

\* strategy.c:41   spin_lock(&perf_guest_cbs_lock);
sample_SpinLock ==
  \E c \in cpus :
    /\ Running
    /\ c.sample.at = "spin_lock perf_guest_cbs_lock"
    /\ cpus_Memory(c).buffer["cpus"] = <<>>
    /\ memory.stored[perf_guest_cbs_lock] = 0
    /\ LET now == [cpus_Memory(c) EXCEPT !.stored[perf_guest_cbs_lock] = 1] IN
         /\ memory' = Knowing(now, "cpus", Ignorant)
         /\ \E rest \in cpus_Without(c) :
              cpus' = rest \cup {[c EXCEPT
                                  !.knows = Known(now, "cpus"),
                                  !.sample.at = "load perf_guest_cbs"]}
    /\ UNCHANGED <<life, provider, faults>>

\* strategy.c:42   if (perf_guest_cbs && perf_guest_cbs->is_in_guest())
\* strategy.c:44   spin_unlock(&perf_guest_cbs_lock);
sample_PlainLoad ==
  \E c \in cpus :
    /\ Running
    /\ c.sample.at = "load perf_guest_cbs"
    /\ \/ /\ Value(cpus_Memory(c), "cpus", perf_guest_cbs) # NULL
          /\ \E rest \in cpus_Without(c) :
               /\ cpus' = rest \cup {[c EXCEPT
                                      !.sample.at = "load perf_guest_cbs (2)"]}
               /\ UNCHANGED memory
       \/ /\ Value(cpus_Memory(c), "cpus", perf_guest_cbs) = NULL
          /\ LET now == Buffered(cpus_Memory(c), "cpus",
                                 perf_guest_cbs_lock, 0) IN
               /\ memory' = Knowing(now, "cpus", Ignorant)
               /\ \E rest \in cpus_Without(c) :
                    cpus' = rest \cup {[c EXCEPT
                                        !.knows = Known(now, "cpus"),
                                        !.sample.at = "return",
                                        !.sample.uses = NULL]}
    /\ UNCHANGED <<life, provider, faults>>

\* strategy.c:42   if (perf_guest_cbs && perf_guest_cbs->is_in_guest())
sample_PlainLoad_2 ==
  \E c \in cpus :
    /\ Running
    /\ c.sample.at = "load perf_guest_cbs (2)"
    /\ \E rest \in cpus_Without(c) :
         cpus' =
           rest \cup {[c EXCEPT
                       !.sample.at = "call is_in_guest",
                       !.sample.perf_guest_cbs_2 = Value(cpus_Memory(c),
                                                         "cpus",
                                                         perf_guest_cbs)]}
    /\ UNCHANGED <<memory, life, provider, faults>>

\* strategy.c:42   if (perf_guest_cbs && perf_guest_cbs->is_in_guest())
sample_Call_is_in_guest ==
  \E c \in cpus :
    /\ Running
    /\ c.sample.at = "call is_in_guest"
    /\ faults' = faults \cup Misuse(c.sample.perf_guest_cbs_2)
                        \cup Torn(c.sample.uses, c.sample.perf_guest_cbs_2)
    /\ \E rest \in cpus_Without(c) :
         cpus' = rest \cup {[c EXCEPT
                             !.sample.at = "in is_in_guest",
                             !.sample.perf_guest_cbs_2 = NULL,
                             !.sample.uses = c.sample.perf_guest_cbs_2,
                             !.sample.inside = c.sample.perf_guest_cbs_2]}
    /\ UNCHANGED <<memory, life, provider>>

\* strategy.c:42   if (perf_guest_cbs && perf_guest_cbs->is_in_guest())   (the
\*                 callback returns)
\* strategy.c:44   spin_unlock(&perf_guest_cbs_lock);
sample_Return_is_in_guest ==
  \E c \in cpus :
    /\ Running
    /\ c.sample.at = "in is_in_guest"
    /\ \E result \in BOOLEAN :
         \/ /\ result
            /\ \E rest \in cpus_Without(c) :
                 /\ cpus' =
                   rest \cup {[c EXCEPT
                               !.sample.at = "load perf_guest_cbs (3)",
                               !.sample.inside = NULL]}
                 /\ UNCHANGED memory
         \/ /\ ~result
            /\ LET now == Buffered(cpus_Memory(c), "cpus",
                                   perf_guest_cbs_lock, 0) IN
                 /\ memory' = Knowing(now, "cpus", Ignorant)
                 /\ \E rest \in cpus_Without(c) :
                      cpus' = rest \cup {[c EXCEPT
                                          !.knows = Known(now, "cpus"),
                                          !.sample.at = "return",
                                          !.sample.inside = NULL,
                                          !.sample.uses = NULL]}
    /\ UNCHANGED <<life, provider, faults>>

\* strategy.c:43   perf_guest_cbs->get_ip();
sample_PlainLoad_3 ==
  \E c \in cpus :
    /\ Running
    /\ c.sample.at = "load perf_guest_cbs (3)"
    /\ \E rest \in cpus_Without(c) :
         cpus' = rest \cup {[c EXCEPT
                             !.sample.at = "call get_ip",
                             !.sample.perf_guest_cbs = Value(cpus_Memory(c),
                                                             "cpus",
                                                             perf_guest_cbs)]}
    /\ UNCHANGED <<memory, life, provider, faults>>

\* strategy.c:43   perf_guest_cbs->get_ip();
sample_Call_get_ip ==
  \E c \in cpus :
    /\ Running
    /\ c.sample.at = "call get_ip"
    /\ faults' = faults \cup Misuse(c.sample.perf_guest_cbs)
                        \cup Torn(c.sample.uses, c.sample.perf_guest_cbs)
    /\ \E rest \in cpus_Without(c) :
         cpus' = rest \cup {[c EXCEPT
                             !.sample.at = "in get_ip",
                             !.sample.perf_guest_cbs = NULL,
                             !.sample.inside = c.sample.perf_guest_cbs,
                             !.sample.uses = NULL]}
    /\ UNCHANGED <<memory, life, provider>>

\* strategy.c:43   perf_guest_cbs->get_ip();   (the callback returns)
\* strategy.c:44   spin_unlock(&perf_guest_cbs_lock);
sample_Return_get_ip ==
  \E c \in cpus :
    /\ Running
    /\ c.sample.at = "in get_ip"
    /\ LET now == Buffered(cpus_Memory(c), "cpus", perf_guest_cbs_lock, 0) IN
         /\ memory' = Knowing(now, "cpus", Ignorant)
         /\ \E rest \in cpus_Without(c) :
              cpus' = rest \cup {[c EXCEPT
                                  !.knows = Known(now, "cpus"),
                                  !.sample.at = "return",
                                  !.sample.inside = NULL]}
    /\ UNCHANGED <<life, provider, faults>>

\* strategy.c:39   __nmi void sample(void)
sample_End ==
  \E c \in cpus :
    /\ Running
    /\ c.sample.at = "return"
    /\ LET now == Flushed(cpus_Memory(c), "cpus") IN
         /\ memory' = Knowing(now, "cpus", Ignorant)
         /\ \E rest \in cpus_Without(c) :
              cpus' = rest \cup {[c EXCEPT
                                  !.knows = Known(now, "cpus"),
                                  !.sample = sample_Idle]}
    /\ UNCHANGED <<life, provider, faults>>

sample_Begins ==
  sample_Begin

sample_GoesOn ==
  \/ sample_SpinLock
  \/ sample_PlainLoad
  \/ sample_PlainLoad_2
  \/ sample_Call_is_in_guest
  \/ sample_Return_is_in_guest
  \/ sample_PlainLoad_3
  \/ sample_Call_get_ip
  \/ sample_Return_get_ip
  \/ sample_End

\* The thread has begun and is not held up: one of these steps can be taken.
sample_CanGoOn(c) ==
  /\ c.sample.at # "idle"
  /\ Running
  /\ c.sample.at = "spin_lock perf_guest_cbs_lock"
       => /\ cpus_Memory(c).buffer["cpus"] = <<>>
          /\ memory.stored[perf_guest_cbs_lock] = 0

-----------------------------------------------------------------------------
(* The oldest store in a buffer reaches memory.                            *)

Drain_cpus ==
  \E c \in cpus :
    /\ Running
    /\ c.knows # <<>>
    /\ memory' = [memory EXCEPT
                  !.stored[Head(c.knows).to] = Head(c.knows).value]
    /\ \E rest \in cpus_Without(c) :
         cpus' = rest \cup {[c EXCEPT !.knows = Tail(@)]}
    /\ UNCHANGED <<life, provider, faults>>

Drain(a) ==
  /\ Running
  /\ memory.buffer[a] # <<>>
  /\ LET oldest == Head(memory.buffer[a])
     IN  memory' = [memory EXCEPT
                    !.stored[oldest.to] = oldest.value,
                    !.buffer[a] = Tail(@)]
  /\ UNCHANGED <<life, cpus, provider, faults>>

-----------------------------------------------------------------------------
Next ==
  \/ provider_Begins \/ provider_GoesOn
  \/ sample_Begins \/ sample_GoesOn
  \/ \E a \in Agents : Drain(a)
  \/ Drain_cpus

Spec == Init /\ [][Next]_vars

-----------------------------------------------------------------------------
\* No reader dereferences NULL or calls an empty slot.
NoNullDereference == "NULL dereference" \notin faults

\* No reader sees an object's contents before its initialisation.
NoUseBeforeInit == "use before initialisation" \notin faults

\* No reader reads, enters or is inside an object that has been torn down.
NoDereferenceAfterTeardown == "use after teardown" \notin faults

\* When unregister returns, no reader still holds or runs the old object.
PriorReadersComplete ==
  LET Gone(o) ==
        \/ life[o] = "torn down"
        \/ provider.at = "tear down" /\ provider.obj = o
  IN  \A o \in Objects : Gone(o) =>
        \A c \in cpus : o \notin {c.sample.perf_guest_cbs,
                                c.sample.perf_guest_cbs_2, c.sample.inside}

\* One run of a reader uses the callbacks of one registration only, with their
\* data.
ConsistentSnapshot == "torn snapshot" \notin faults

\* Nothing waits for something that can never come.
NoDeadlock ==
  LET Begun ==
        \/ provider.at \notin {"initialise", "registered"}
        \/ \E c \in cpus : c.sample.at # "idle"
      CanGoOn ==
        \/ \E c \in cpus : provider_CanGoOn(c)
        \/ \E c \in cpus : sample_CanGoOn(c)
        \/ \E a \in Agents : memory.buffer[a] # <<>>
        \/ \E c \in cpus : c.knows # <<>>
  IN  Running /\ Begun => CanGoOn

\* Beyond that, numbers that are given are checked sooner.
FewStates == TLCGet("distinct") <= 10000

THEOREM Spec => []TypeOK
=============================================================================

------------------------------- MODULE Locked -------------------------------
(***************************************************************************)
(* locked                                                                  *)
(* a spinlock on both sides                                                *)
(*                                                                         *)
(* Would a lock not be simpler than RCU?                                   *)
(*                                                                         *)
(* Source: the first idea that everybody has                               *)
(* Memory model: sc                                                        *)
(* Bounds: 2 CPUs, 2 objects (in the configurations)                       *)
(* Generated from specs/locked/strategy.c by quiesce; edit that file, not  *)
(* this one.                                                               *)
(*                                                                         *)
(* Check it:  quiesce check locked                                         *)
(*       or:  java -cp tla2tools.jar tlc2.TLC Locked                       *)
(*      and:  java -cp tla2tools.jar tlc2.TLC \                            *)
(*              -config Locked_liveness.cfg Locked                         *)
(***************************************************************************)
EXTENDS FiniteSets, TLC

CONSTANTS
  CPUs,           \* the processors
  Objects,        \* the callback structures, registered one at a time
  NULL

ASSUME
  /\ IsFiniteSet(CPUs) /\ CPUs # {} /\ NULL \notin CPUs
  /\ IsFiniteSet(Objects) /\ Objects # {} /\ NULL \notin Objects

VARIABLES
  perf_guest_cbs, \* struct callbacks *perf_guest_cbs
  perf_guest_cbs_lock, \* whether the lock is held
  life,           \* of each object: "raw", then "live", then "torn down"
  provider,       \* the module that registers: where it is, and its object
  sample,         \* sample() on each CPU: where it is, and its locals
  faults          \* what has gone wrong: no later state shows it

vars ==
  <<perf_guest_cbs, perf_guest_cbs_lock, life, provider, sample, faults>>

\* What is wrong with using the object that a pointer points to.
Misuse(o) ==
  IF o = NULL THEN {"NULL dereference"}
  ELSE IF life[o] = "raw" THEN {"use before initialisation"}
  ELSE IF life[o] = "torn down" THEN {"use after teardown"}
  ELSE {}

provider_Idle == [at |-> "initialise", cpu |-> NULL, obj |-> NULL]

sample_Idle ==
  [at |-> "idle",
   perf_guest_cbs |-> NULL,
   perf_guest_cbs_2 |-> NULL,
   inside |-> NULL,
   uses |-> NULL]

\* What holds of the variables in every state.
TypeOK ==
  /\ perf_guest_cbs \in Objects \cup {NULL}
  /\ perf_guest_cbs_lock \in BOOLEAN
  /\ life \in [Objects -> {"raw", "live", "torn down"}]
  /\ provider \in [at : {"initialise", "local_irq_save",
                         "spin_lock perf_guest_cbs_lock",
                         "store perf_guest_cbs",
                         "spin_unlock perf_guest_cbs_lock", "registered",
                         "spin_lock perf_guest_cbs_lock (2)",
                         "store perf_guest_cbs (2)",
                         "spin_unlock perf_guest_cbs_lock (2)", "tear down"},
                   cpu : CPUs \cup {NULL},
                   obj : Objects \cup {NULL}]
  /\ sample \in [CPUs
                 -> [at : {"idle", "spin_lock perf_guest_cbs_lock",
                           "load perf_guest_cbs", "load perf_guest_cbs (2)",
                           "call is_in_guest", "in is_in_guest",
                           "load perf_guest_cbs (3)", "call get_ip",
                           "in get_ip"},
                     perf_guest_cbs : Objects \cup {NULL},
                     perf_guest_cbs_2 : Objects \cup {NULL},
                     inside : Objects \cup {NULL},
                     uses : Objects \cup {NULL}]]
  /\ faults \subseteq {"NULL dereference", "use before initialisation",
                       "use after teardown", "torn snapshot"}

Init ==
  /\ perf_guest_cbs = NULL
  /\ perf_guest_cbs_lock = FALSE
  /\ life = [o \in Objects |-> "raw"]
  /\ provider = provider_Idle
  /\ sample = [c \in CPUs |-> sample_Idle]
  /\ faults = {}

-----------------------------------------------------------------------------
\* An oops ends the run.
Running ==
  faults \cap {"NULL dereference", "use before initialisation",
               "use after teardown"} = {}

\* What runs on CPU c is held up until the handler returns.
Interrupted(c) == sample[c].at # "idle"

\* A task holds CPU c, with preemption off.
Pinned(c) == provider.cpu = c

\* CPU c can run a task that holds the given CPU, or none.
Runs(cpu, c) == ~Interrupted(c) /\ (cpu = c \/ (cpu = NULL /\ ~Pinned(c)))

NextObject == CHOOSE o \in Objects : life[o] = "raw"

\* A reader is inside a callback of the object.
InUse(o) ==
  \E c \in CPUs : sample[c].inside = o

\* One run of a reader must not mix two registrations. A call of NULL is a
\* fault of its own.
Torn(before, now) ==
  IF before = NULL \/ now \in {NULL, before} THEN {} ELSE {"torn snapshot"}

-----------------------------------------------------------------------------
(* The provider: initialises an object, registers it, unregisters it,      *)
(* tears it down, and again with the next one.                             *)

provider_MayStep(c) ==
  /\ Running
  /\ Runs(provider.cpu, c)

\* The provider initialises its next object.
provider_Initialise(c) ==
  /\ provider_MayStep(c)
  /\ provider.at = "initialise"
  /\ \E o \in Objects : life[o] = "raw"
  /\ life' = [life EXCEPT ![NextObject] = "live"]
  /\ provider' = [provider EXCEPT !.at = "local_irq_save", !.obj = NextObject]
  /\ UNCHANGED <<perf_guest_cbs, perf_guest_cbs_lock, sample, faults>>

\* strategy.c:24   spin_lock_irqsave(&perf_guest_cbs_lock, flags);
publish_LocalIrqSave(c) ==
  /\ provider_MayStep(c)
  /\ provider.at = "local_irq_save"
  /\ provider' = [provider EXCEPT
                  !.at = "spin_lock perf_guest_cbs_lock",
                  !.cpu = c]
  /\ UNCHANGED <<perf_guest_cbs, perf_guest_cbs_lock, life, sample, faults>>

\* strategy.c:24   spin_lock_irqsave(&perf_guest_cbs_lock, flags);
publish_SpinLock(c) ==
  /\ provider_MayStep(c)
  /\ provider.at = "spin_lock perf_guest_cbs_lock"
  /\ ~perf_guest_cbs_lock
  /\ perf_guest_cbs_lock' = TRUE
  /\ provider' = [provider EXCEPT !.at = "store perf_guest_cbs"]
  /\ UNCHANGED <<perf_guest_cbs, life, sample, faults>>

\* strategy.c:25   perf_guest_cbs = cbs;
publish_PlainStore(c) ==
  /\ provider_MayStep(c)
  /\ provider.at = "store perf_guest_cbs"
  /\ perf_guest_cbs' = provider.obj
  /\ provider' = [provider EXCEPT !.at = "spin_unlock perf_guest_cbs_lock"]
  /\ UNCHANGED <<perf_guest_cbs_lock, life, sample, faults>>

\* strategy.c:26   spin_unlock_irqrestore(&perf_guest_cbs_lock, flags);
publish_SpinUnlock(c) ==
  /\ provider_MayStep(c)
  /\ provider.at = "spin_unlock perf_guest_cbs_lock"
  /\ perf_guest_cbs_lock' = FALSE
  /\ provider' = [provider EXCEPT !.at = "registered", !.cpu = NULL]
  /\ UNCHANGED <<perf_guest_cbs, life, sample, faults>>

\* Registered; unregistering may begin.
\* strategy.c:24   spin_lock_irqsave(&perf_guest_cbs_lock, flags);
provider_BeginUnregister(c) ==
  /\ provider_MayStep(c)
  /\ provider.at = "registered"
  /\ provider' = [provider EXCEPT
                  !.at = "spin_lock perf_guest_cbs_lock (2)",
                  !.cpu = c]
  /\ UNCHANGED <<perf_guest_cbs, perf_guest_cbs_lock, life, sample, faults>>

\* strategy.c:24   spin_lock_irqsave(&perf_guest_cbs_lock, flags);
unregister_callbacks_publish_SpinLock(c) ==
  /\ provider_MayStep(c)
  /\ provider.at = "spin_lock perf_guest_cbs_lock (2)"
  /\ ~perf_guest_cbs_lock
  /\ perf_guest_cbs_lock' = TRUE
  /\ provider' = [provider EXCEPT !.at = "store perf_guest_cbs (2)"]
  /\ UNCHANGED <<perf_guest_cbs, life, sample, faults>>

\* strategy.c:25   perf_guest_cbs = cbs;
unregister_callbacks_publish_PlainStore(c) ==
  /\ provider_MayStep(c)
  /\ provider.at = "store perf_guest_cbs (2)"
  /\ perf_guest_cbs' = NULL
  /\ provider' = [provider EXCEPT !.at = "spin_unlock perf_guest_cbs_lock (2)"]
  /\ UNCHANGED <<perf_guest_cbs_lock, life, sample, faults>>

\* strategy.c:26   spin_unlock_irqrestore(&perf_guest_cbs_lock, flags);
unregister_callbacks_publish_SpinUnlock(c) ==
  /\ provider_MayStep(c)
  /\ provider.at = "spin_unlock perf_guest_cbs_lock (2)"
  /\ perf_guest_cbs_lock' = FALSE
  /\ provider' = [provider EXCEPT !.at = "tear down", !.cpu = NULL]
  /\ UNCHANGED <<perf_guest_cbs, life, sample, faults>>

\* Unregistered: the object and the module's text are freed.
provider_TearDown(c) ==
  /\ provider_MayStep(c)
  /\ provider.at = "tear down"
  /\ life' = [life EXCEPT ![provider.obj] = "torn down"]
  /\ provider' = [provider EXCEPT !.at = "initialise", !.obj = NULL]
  /\ faults' = faults \cup (IF InUse(provider.obj) THEN {"use after teardown"}
                            ELSE {})
  /\ UNCHANGED <<perf_guest_cbs, perf_guest_cbs_lock, sample>>

provider_Begins(c) ==
  \/ provider_Initialise(c)
  \/ provider_BeginUnregister(c)

provider_GoesOn(c) ==
  \/ publish_LocalIrqSave(c)
  \/ publish_SpinLock(c)
  \/ publish_PlainStore(c)
  \/ publish_SpinUnlock(c)
  \/ unregister_callbacks_publish_SpinLock(c)
  \/ unregister_callbacks_publish_PlainStore(c)
  \/ unregister_callbacks_publish_SpinUnlock(c)
  \/ provider_TearDown(c)

\* The thread has begun, and nothing but a lock holds it up.
provider_CanRun(c) ==
  /\ provider.at \notin {"initialise", "registered"}
  /\ provider_MayStep(c)

\* The lock that it waits for is free, if any.
provider_HasTurn ==
  /\ provider.at = "spin_lock perf_guest_cbs_lock" => ~perf_guest_cbs_lock
  /\ provider.at = "spin_lock perf_guest_cbs_lock (2)" => ~perf_guest_cbs_lock

\* The thread has begun and is not held up: one of these steps can be taken.
provider_CanGoOn(c) ==
  /\ provider_CanRun(c)
  /\ provider_HasTurn

\* The thread, having begun, takes a step: no other thread changes its
\* position.
provider_Moves ==
  /\ provider.at \notin {"initialise", "registered"}
  /\ provider' # provider

-----------------------------------------------------------------------------
(* sample(): an NMI handler, and as such one read-side section.            *)

\* strategy.c:39   __nmi void sample(void)
sample_Begin(c) ==
  /\ Running
  /\ sample[c].at = "idle"
  /\ sample' = [sample EXCEPT ![c].at = "spin_lock perf_guest_cbs_lock"]
  /\ UNCHANGED <<perf_guest_cbs, perf_guest_cbs_lock, life, provider, faults>>

\* strategy.c:41   spin_lock(&perf_guest_cbs_lock);
sample_SpinLock(c) ==
  /\ Running
  /\ sample[c].at = "spin_lock perf_guest_cbs_lock"
  /\ ~perf_guest_cbs_lock
  /\ perf_guest_cbs_lock' = TRUE
  /\ sample' = [sample EXCEPT ![c].at = "load perf_guest_cbs"]
  /\ UNCHANGED <<perf_guest_cbs, life, provider, faults>>

\* strategy.c:42   if (perf_guest_cbs && perf_guest_cbs->is_in_guest())
\* strategy.c:44   spin_unlock(&perf_guest_cbs_lock);
sample_PlainLoad(c) ==
  /\ Running
  /\ sample[c].at = "load perf_guest_cbs"
  /\ \/ /\ perf_guest_cbs # NULL
        /\ sample' = [sample EXCEPT ![c].at = "load perf_guest_cbs (2)"]
        /\ UNCHANGED perf_guest_cbs_lock
     \/ /\ perf_guest_cbs = NULL
        /\ perf_guest_cbs_lock' = FALSE
        /\ sample' = [sample EXCEPT ![c] = sample_Idle]
  /\ UNCHANGED <<perf_guest_cbs, life, provider, faults>>

\* strategy.c:42   if (perf_guest_cbs && perf_guest_cbs->is_in_guest())
sample_PlainLoad_2(c) ==
  /\ Running
  /\ sample[c].at = "load perf_guest_cbs (2)"
  /\ sample' = [sample EXCEPT
                ![c].at = "call is_in_guest",
                ![c].perf_guest_cbs_2 = perf_guest_cbs]
  /\ UNCHANGED <<perf_guest_cbs, perf_guest_cbs_lock, life, provider, faults>>

\* strategy.c:42   if (perf_guest_cbs && perf_guest_cbs->is_in_guest())
sample_Call_is_in_guest(c) ==
  /\ Running
  /\ sample[c].at = "call is_in_guest"
  /\ sample' = [sample EXCEPT
                ![c].at = "in is_in_guest",
                ![c].perf_guest_cbs_2 = NULL,
                ![c].uses = sample[c].perf_guest_cbs_2,
                ![c].inside = sample[c].perf_guest_cbs_2]
  /\ faults' = faults \cup Misuse(sample[c].perf_guest_cbs_2)
                      \cup Torn(sample[c].uses, sample[c].perf_guest_cbs_2)
  /\ UNCHANGED <<perf_guest_cbs, perf_guest_cbs_lock, life, provider>>

\* strategy.c:42   if (perf_guest_cbs && perf_guest_cbs->is_in_guest())   (the
\*                 callback returns)
\* strategy.c:44   spin_unlock(&perf_guest_cbs_lock);
sample_Return_is_in_guest(c) ==
  /\ Running
  /\ sample[c].at = "in is_in_guest"
  /\ \E result \in BOOLEAN :
       \/ /\ result
          /\ sample' = [sample EXCEPT
                        ![c].at = "load perf_guest_cbs (3)",
                        ![c].inside = NULL]
          /\ UNCHANGED perf_guest_cbs_lock
       \/ /\ ~result
          /\ perf_guest_cbs_lock' = FALSE
          /\ sample' = [sample EXCEPT ![c] = sample_Idle]
  /\ UNCHANGED <<perf_guest_cbs, life, provider, faults>>

\* strategy.c:43   perf_guest_cbs->get_ip();
sample_PlainLoad_3(c) ==
  /\ Running
  /\ sample[c].at = "load perf_guest_cbs (3)"
  /\ sample' = [sample EXCEPT
                ![c].at = "call get_ip",
                ![c].perf_guest_cbs = perf_guest_cbs]
  /\ UNCHANGED <<perf_guest_cbs, perf_guest_cbs_lock, life, provider, faults>>

\* strategy.c:43   perf_guest_cbs->get_ip();
sample_Call_get_ip(c) ==
  /\ Running
  /\ sample[c].at = "call get_ip"
  /\ sample' = [sample EXCEPT
                ![c].at = "in get_ip",
                ![c].perf_guest_cbs = NULL,
                ![c].inside = sample[c].perf_guest_cbs,
                ![c].uses = NULL]
  /\ faults' = faults \cup Misuse(sample[c].perf_guest_cbs)
                      \cup Torn(sample[c].uses, sample[c].perf_guest_cbs)
  /\ UNCHANGED <<perf_guest_cbs, perf_guest_cbs_lock, life, provider>>

\* strategy.c:43   perf_guest_cbs->get_ip();   (the callback returns)
\* strategy.c:44   spin_unlock(&perf_guest_cbs_lock);
sample_Return_get_ip(c) ==
  /\ Running
  /\ sample[c].at = "in get_ip"
  /\ perf_guest_cbs_lock' = FALSE
  /\ sample' = [sample EXCEPT ![c] = sample_Idle]
  /\ UNCHANGED <<perf_guest_cbs, life, provider, faults>>

sample_Begins(c) ==
  sample_Begin(c)

sample_GoesOn(c) ==
  \/ sample_SpinLock(c)
  \/ sample_PlainLoad(c)
  \/ sample_PlainLoad_2(c)
  \/ sample_Call_is_in_guest(c)
  \/ sample_Return_is_in_guest(c)
  \/ sample_PlainLoad_3(c)
  \/ sample_Call_get_ip(c)
  \/ sample_Return_get_ip(c)

\* The thread has begun and is not held up: one of these steps can be taken.
sample_CanGoOn(c) ==
  /\ sample[c].at # "idle"
  /\ Running
  /\ sample[c].at = "spin_lock perf_guest_cbs_lock" => ~perf_guest_cbs_lock

\* The thread, having begun, takes a step: no other thread changes its
\* position.
sample_Moves(c) ==
  /\ sample[c].at # "idle"
  /\ sample[c]' # sample[c]

-----------------------------------------------------------------------------
Next ==
  \/ \E c \in CPUs : provider_Begins(c) \/ provider_GoesOn(c)
  \/ \E c \in CPUs : sample_Begins(c) \/ sample_GoesOn(c)

Spec == Init /\ [][Next]_vars

\* A thread that has begun and can continue does so eventually. No thread is
\* required to start. Who waits for a lock keeps its turn while something else
\* has its CPU.
Fairness ==
  /\ SF_vars(\E c \in CPUs : provider_GoesOn(c))
  /\ \A c \in CPUs : SF_vars(sample_GoesOn(c))
  /\ []<>(\E c \in CPUs : provider_CanRun(c)) /\ []<>provider_HasTurn
       => []<><<\E c \in CPUs : provider_GoesOn(c)>>_vars

\* The same by its definition, with what ENABLED is: TLC is slow to evaluate
\* that. The configuration substitutes this for Fairness.
FairnessForTLC ==
  /\ \/ <>[]~(\E c \in CPUs : provider_CanRun(c))
     \/ <>[]~provider_HasTurn
     \/ []<><<provider_Moves>>_vars
  /\ \A c \in CPUs : <>[]~sample_CanGoOn(c) \/ []<><<sample_Moves(c)>>_vars

FairSpec == Spec /\ Fairness

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
        \A c \in CPUs : o \notin {sample[c].perf_guest_cbs,
                                sample[c].perf_guest_cbs_2, sample[c].inside}

\* One run of a reader uses the callbacks of one registration only, with their
\* data.
ConsistentSnapshot == "torn snapshot" \notin faults

\* Nothing waits for something that can never come.
NoDeadlock ==
  LET Begun ==
        \/ provider.at \notin {"initialise", "registered"}
        \/ \E c \in CPUs : sample[c].at # "idle"
      CanGoOn ==
        \/ \E c \in CPUs : provider_CanGoOn(c)
        \/ \E c \in CPUs : sample_CanGoOn(c)
  IN  Running /\ Begun => CanGoOn

\* An unregistration that has begun returns. (No thread stays in it for ever.
\* TLC would need a tableau for the same with ~>.)
UnregisterCompletes ==
  LET Unregistering ==
        provider.at \in {"spin_lock perf_guest_cbs_lock (2)",
                        "store perf_guest_cbs (2)",
                        "spin_unlock perf_guest_cbs_lock (2)"}
  IN  []<>~(Unregistering /\ Running)

\* A reader that has begun returns. (No thread stays in it for ever. TLC would
\* need a tableau for the same with ~>.)
ReadersComplete == \A c \in CPUs : []<>~(sample[c].at # "idle" /\ Running)

THEOREM Spec => []TypeOK

Symmetry == Permutations(CPUs)
=============================================================================

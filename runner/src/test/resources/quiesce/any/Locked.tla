------------------------------- MODULE Locked -------------------------------
(***************************************************************************)
(* locked                                                                  *)
(* a spinlock on both sides                                                *)
(*                                                                         *)
(* Would a lock not be simpler than RCU?                                   *)
(*                                                                         *)
(* Source: the first idea that everybody has                               *)
(* Memory model: sc                                                        *)
(* Bounds: any number of CPUs, any number of registrations                 *)
(* Generated from strategy.c by quiesce; edit that file, not this one.     *)
(*                                                                         *)
(* A crowd is the set of the states that its members are in. It does not   *)
(* say how many are in one: at least one of any number. A member that      *)
(* moves on may leave others behind. So each run of n members is one of    *)
(* these, for every n, and what holds here holds for every n. Not the      *)
(* other way round: what is violated here may hold for a number that is    *)
(* given.                                                                  *)
(*                                                                         *)
(* Objects take turns: one that is torn down, and that nothing refers to,  *)
(* is as good as new. EnoughObjects says that one is always there, so that *)
(* no run has ended for want of one.                                       *)
(*                                                                         *)
(* Check it:  quiesce check locked                                         *)
(*       or:  java -cp tla2tools.jar tlc2.TLC Locked                       *)
(***************************************************************************)
EXTENDS FiniteSets, Naturals, TLC

CONSTANTS
  Objects,        \* the callback structures, registered one at a time
  NULL

ASSUME
  /\ IsFiniteSet(Objects) /\ Objects # {} /\ NULL \notin Objects

VARIABLES
  perf_guest_cbs, \* struct callbacks *perf_guest_cbs
  perf_guest_cbs_lock, \* whether the lock is held
  life,           \* of each object: "raw", then "live", then "torn down"
  cpus,           \* the states that CPUs are in
  provider,       \* the module that registers: where it is, and its object
  faults          \* what has gone wrong: no later state shows it

vars ==
  <<perf_guest_cbs, perf_guest_cbs_lock, life, cpus, provider, faults>>

\* What is wrong with using the object that a pointer points to.
Misuse(o) ==
  IF o = NULL THEN {"NULL dereference"}
  ELSE IF life[o] = "raw" THEN {"use before initialisation"}
  ELSE IF life[o] = "torn down" THEN {"use after teardown"}
  ELSE {}

provider_Idle == [at |-> "initialise", obj |-> NULL]

sample_Idle ==
  [at |-> "idle",
   perf_guest_cbs |-> NULL,
   perf_guest_cbs_2 |-> NULL,
   inside |-> NULL,
   uses |-> NULL]

cpus_Idle == [sample |-> sample_Idle, provider |-> FALSE]

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
                   obj : Objects \cup {NULL}]
  /\ cpus \subseteq [sample : [at : {"idle", "spin_lock perf_guest_cbs_lock",
                                     "load perf_guest_cbs",
                                     "load perf_guest_cbs (2)",
                                     "call is_in_guest", "in is_in_guest",
                                     "load perf_guest_cbs (3)", "call get_ip",
                                     "in get_ip"},
                               perf_guest_cbs : Objects \cup {NULL},
                               perf_guest_cbs_2 : Objects \cup {NULL},
                               inside : Objects \cup {NULL},
                               uses : Objects \cup {NULL}],
                     provider : BOOLEAN]
  /\ faults \subseteq {"NULL dereference", "use before initialisation",
                       "use after teardown", "torn snapshot"}

Init ==
  /\ perf_guest_cbs = NULL
  /\ perf_guest_cbs_lock = FALSE
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

\* Something refers to the object.
Referenced(o) ==
  \/ perf_guest_cbs = o
  \/ o \in {provider.obj}
  \/ \E c \in cpus :
       o \in {c.sample.perf_guest_cbs, c.sample.perf_guest_cbs_2,
              c.sample.inside, c.sample.uses}

\* The object is new, or as good as new.
Free(o) == life[o] = "raw" \/ (life[o] = "torn down" /\ ~Referenced(o))

NextObject == CHOOSE o \in Objects : Free(o)

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
    /\ \E o \in Objects : Free(o)
    /\ life' = [life EXCEPT ![NextObject] = "live"]
    /\ provider' = [provider EXCEPT
                    !.at = "local_irq_save",
                    !.obj = NextObject]
    /\ UNCHANGED <<perf_guest_cbs, perf_guest_cbs_lock, cpus, faults>>

\* strategy.c:24   spin_lock_irqsave(&perf_guest_cbs_lock, flags);
publish_LocalIrqSave ==
  \E c \in cpus :
    /\ provider_MayStep(c)
    /\ provider.at = "local_irq_save"
    /\ provider' = [provider EXCEPT !.at = "spin_lock perf_guest_cbs_lock"]
    /\ \E rest \in cpus_Without(c) :
         cpus' = rest \cup {[c EXCEPT !.provider = TRUE]}
    /\ UNCHANGED <<perf_guest_cbs, perf_guest_cbs_lock, life, faults>>

\* strategy.c:24   spin_lock_irqsave(&perf_guest_cbs_lock, flags);
publish_SpinLock ==
  \E c \in cpus :
    /\ provider_MayStep(c)
    /\ provider.at = "spin_lock perf_guest_cbs_lock"
    /\ ~perf_guest_cbs_lock
    /\ perf_guest_cbs_lock' = TRUE
    /\ provider' = [provider EXCEPT !.at = "store perf_guest_cbs"]
    /\ UNCHANGED <<perf_guest_cbs, life, cpus, faults>>

\* strategy.c:25   perf_guest_cbs = cbs;
publish_PlainStore ==
  \E c \in cpus :
    /\ provider_MayStep(c)
    /\ provider.at = "store perf_guest_cbs"
    /\ perf_guest_cbs' = provider.obj
    /\ provider' = [provider EXCEPT !.at = "spin_unlock perf_guest_cbs_lock"]
    /\ UNCHANGED <<perf_guest_cbs_lock, life, cpus, faults>>

\* strategy.c:26   spin_unlock_irqrestore(&perf_guest_cbs_lock, flags);
publish_SpinUnlock ==
  \E c \in cpus :
    /\ provider_MayStep(c)
    /\ provider.at = "spin_unlock perf_guest_cbs_lock"
    /\ perf_guest_cbs_lock' = FALSE
    /\ provider' = [provider EXCEPT !.at = "registered"]
    /\ \E rest \in cpus_Without(c) :
         cpus' = rest \cup {[c EXCEPT !.provider = FALSE]}
    /\ UNCHANGED <<perf_guest_cbs, life, faults>>

\* Registered; unregistering may begin.
\* strategy.c:24   spin_lock_irqsave(&perf_guest_cbs_lock, flags);
provider_BeginUnregister ==
  \E c \in cpus :
    /\ provider_MayStep(c)
    /\ provider.at = "registered"
    /\ provider' = [provider EXCEPT !.at = "spin_lock perf_guest_cbs_lock (2)"]
    /\ \E rest \in cpus_Without(c) :
         cpus' = rest \cup {[c EXCEPT !.provider = TRUE]}
    /\ UNCHANGED <<perf_guest_cbs, perf_guest_cbs_lock, life, faults>>

\* strategy.c:24   spin_lock_irqsave(&perf_guest_cbs_lock, flags);
unregister_callbacks_publish_SpinLock ==
  \E c \in cpus :
    /\ provider_MayStep(c)
    /\ provider.at = "spin_lock perf_guest_cbs_lock (2)"
    /\ ~perf_guest_cbs_lock
    /\ perf_guest_cbs_lock' = TRUE
    /\ provider' = [provider EXCEPT !.at = "store perf_guest_cbs (2)"]
    /\ UNCHANGED <<perf_guest_cbs, life, cpus, faults>>

\* strategy.c:25   perf_guest_cbs = cbs;
unregister_callbacks_publish_PlainStore ==
  \E c \in cpus :
    /\ provider_MayStep(c)
    /\ provider.at = "store perf_guest_cbs (2)"
    /\ perf_guest_cbs' = NULL
    /\ provider' = [provider EXCEPT
                    !.at = "spin_unlock perf_guest_cbs_lock (2)"]
    /\ UNCHANGED <<perf_guest_cbs_lock, life, cpus, faults>>

\* strategy.c:26   spin_unlock_irqrestore(&perf_guest_cbs_lock, flags);
unregister_callbacks_publish_SpinUnlock ==
  \E c \in cpus :
    /\ provider_MayStep(c)
    /\ provider.at = "spin_unlock perf_guest_cbs_lock (2)"
    /\ perf_guest_cbs_lock' = FALSE
    /\ provider' = [provider EXCEPT !.at = "tear down"]
    /\ \E rest \in cpus_Without(c) :
         cpus' = rest \cup {[c EXCEPT !.provider = FALSE]}
    /\ UNCHANGED <<perf_guest_cbs, life, faults>>

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
    /\ UNCHANGED <<perf_guest_cbs, perf_guest_cbs_lock, cpus>>

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
  /\ provider.at = "spin_lock perf_guest_cbs_lock" => ~perf_guest_cbs_lock
  /\ provider.at = "spin_lock perf_guest_cbs_lock (2)" => ~perf_guest_cbs_lock

-----------------------------------------------------------------------------
(* sample(): an NMI handler, and as such one read-side section.            *)

\* strategy.c:39   __nmi void sample(void)
sample_Begin ==
  \E c \in cpus :
    /\ Running
    /\ c.sample.at = "idle"
    /\ \E rest \in cpus_Without(c) :
         cpus' = rest \cup {[c EXCEPT
                             !.sample.at = "spin_lock perf_guest_cbs_lock"]}
    /\ UNCHANGED <<perf_guest_cbs, perf_guest_cbs_lock, life, provider,
                   faults>>

\* strategy.c:41   spin_lock(&perf_guest_cbs_lock);
sample_SpinLock ==
  \E c \in cpus :
    /\ Running
    /\ c.sample.at = "spin_lock perf_guest_cbs_lock"
    /\ ~perf_guest_cbs_lock
    /\ perf_guest_cbs_lock' = TRUE
    /\ \E rest \in cpus_Without(c) :
         cpus' = rest \cup {[c EXCEPT !.sample.at = "load perf_guest_cbs"]}
    /\ UNCHANGED <<perf_guest_cbs, life, provider, faults>>

\* strategy.c:42   if (perf_guest_cbs && perf_guest_cbs->is_in_guest())
\* strategy.c:44   spin_unlock(&perf_guest_cbs_lock);
sample_PlainLoad ==
  \E c \in cpus :
    /\ Running
    /\ c.sample.at = "load perf_guest_cbs"
    /\ \/ /\ perf_guest_cbs # NULL
          /\ \E rest \in cpus_Without(c) :
               /\ cpus' = rest \cup {[c EXCEPT
                                      !.sample.at = "load perf_guest_cbs (2)"]}
               /\ UNCHANGED perf_guest_cbs_lock
       \/ /\ perf_guest_cbs = NULL
          /\ perf_guest_cbs_lock' = FALSE
          /\ \E rest \in cpus_Without(c) :
               cpus' = rest \cup {[c EXCEPT !.sample = sample_Idle]}
    /\ UNCHANGED <<perf_guest_cbs, life, provider, faults>>

\* strategy.c:42   if (perf_guest_cbs && perf_guest_cbs->is_in_guest())
sample_PlainLoad_2 ==
  \E c \in cpus :
    /\ Running
    /\ c.sample.at = "load perf_guest_cbs (2)"
    /\ \E rest \in cpus_Without(c) :
         cpus' = rest \cup {[c EXCEPT
                             !.sample.at = "call is_in_guest",
                             !.sample.perf_guest_cbs_2 = perf_guest_cbs]}
    /\ UNCHANGED <<perf_guest_cbs, perf_guest_cbs_lock, life, provider,
                   faults>>

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
    /\ UNCHANGED <<perf_guest_cbs, perf_guest_cbs_lock, life, provider>>

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
                 /\ UNCHANGED perf_guest_cbs_lock
         \/ /\ ~result
            /\ perf_guest_cbs_lock' = FALSE
            /\ \E rest \in cpus_Without(c) :
                 cpus' = rest \cup {[c EXCEPT !.sample = sample_Idle]}
    /\ UNCHANGED <<perf_guest_cbs, life, provider, faults>>

\* strategy.c:43   perf_guest_cbs->get_ip();
sample_PlainLoad_3 ==
  \E c \in cpus :
    /\ Running
    /\ c.sample.at = "load perf_guest_cbs (3)"
    /\ \E rest \in cpus_Without(c) :
         cpus' = rest \cup {[c EXCEPT
                             !.sample.at = "call get_ip",
                             !.sample.perf_guest_cbs = perf_guest_cbs]}
    /\ UNCHANGED <<perf_guest_cbs, perf_guest_cbs_lock, life, provider,
                   faults>>

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
    /\ UNCHANGED <<perf_guest_cbs, perf_guest_cbs_lock, life, provider>>

\* strategy.c:43   perf_guest_cbs->get_ip();   (the callback returns)
\* strategy.c:44   spin_unlock(&perf_guest_cbs_lock);
sample_Return_get_ip ==
  \E c \in cpus :
    /\ Running
    /\ c.sample.at = "in get_ip"
    /\ perf_guest_cbs_lock' = FALSE
    /\ \E rest \in cpus_Without(c) :
         cpus' = rest \cup {[c EXCEPT !.sample = sample_Idle]}
    /\ UNCHANGED <<perf_guest_cbs, life, provider, faults>>

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

\* The thread has begun and is not held up: one of these steps can be taken.
sample_CanGoOn(c) ==
  /\ c.sample.at # "idle"
  /\ Running
  /\ c.sample.at = "spin_lock perf_guest_cbs_lock" => ~perf_guest_cbs_lock

-----------------------------------------------------------------------------
Next ==
  \/ provider_Begins \/ provider_GoesOn
  \/ sample_Begins \/ sample_GoesOn

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
  IN  Running /\ Begun => CanGoOn

\* There is an object for the next registration, so that there is any number of
\* these.
EnoughObjects ==
  provider.at = "initialise" => \E o \in Objects : Free(o)

\* Beyond that, numbers that are given are checked sooner.
FewStates == TLCGet("distinct") <= 10000

THEOREM Spec => []TypeOK
=============================================================================

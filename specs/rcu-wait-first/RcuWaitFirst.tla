---------------------------- MODULE RcuWaitFirst ----------------------------
(***************************************************************************)
(* rcu-wait-first                                                          *)
(* the grace period before the unpublication                               *)
(*                                                                         *)
(* Does it matter in which order unregister clears the pointer and waits?  *)
(*                                                                         *)
(* Source: commit ff083a2d972f with two lines swapped                      *)
(* Memory model: sc                                                        *)
(* Bounds: 2 CPUs, 2 objects (in the configurations)                       *)
(* Generated from specs/rcu-wait-first/strategy.c by quiesce; edit that    *)
(* file, not this one.                                                     *)
(*                                                                         *)
(* Check it:  quiesce check rcu-wait-first                                 *)
(*       or:  java -cp tla2tools.jar tlc2.TLC RcuWaitFirst                 *)
(*      and:  java -cp tla2tools.jar tlc2.TLC \                            *)
(*              -config RcuWaitFirst_liveness.cfg RcuWaitFirst             *)
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
  life,           \* of each object: "raw", then "live", then "torn down"
  provider,       \* the module that registers: where it is, and its object
  sample,         \* sample() on each CPU: where it is, and its locals
  awaited,        \* the read-side sections that the grace period waits for
  retired,        \* objects whose grace period has elapsed: no state shows it
  faults          \* what has gone wrong: no later state shows it

vars ==
  <<perf_guest_cbs, life, provider, sample, awaited, retired, faults>>

\* What is wrong with using the object that a pointer points to.
Misuse(o) ==
  IF o = NULL THEN {"NULL dereference"}
  ELSE IF life[o] = "raw" THEN {"use before initialisation"}
  ELSE IF life[o] = "torn down" THEN {"use after teardown"}
  ELSE {}

provider_Idle == [at |-> "initialise", obj |-> NULL]

sample_Idle == [at |-> "idle", cbs |-> NULL, inside |-> NULL, uses |-> NULL]

\* What holds of the variables in every state.
TypeOK ==
  /\ perf_guest_cbs \in Objects \cup {NULL}
  /\ life \in [Objects -> {"raw", "live", "torn down"}]
  /\ provider \in [at : {"initialise", "store perf_guest_cbs", "registered",
                         "grace period", "store perf_guest_cbs (2)",
                         "tear down"},
                   obj : Objects \cup {NULL}]
  /\ sample \in [CPUs
                 -> [at : {"idle", "call is_in_guest", "in is_in_guest",
                           "call get_ip", "in get_ip"},
                     cbs : Objects \cup {NULL},
                     inside : Objects \cup {NULL},
                     uses : Objects \cup {NULL}]]
  /\ awaited \in SUBSET CPUs
  /\ retired \subseteq Objects
  /\ faults \subseteq {"NULL dereference", "use before initialisation",
                       "use after teardown", "stale pointer", "torn snapshot"}

Init ==
  /\ perf_guest_cbs = NULL
  /\ life = [o \in Objects |-> "raw"]
  /\ provider = provider_Idle
  /\ sample = [c \in CPUs |-> sample_Idle]
  /\ awaited = {}
  /\ retired = {}
  /\ faults = {}

-----------------------------------------------------------------------------
\* An oops ends the run.
Running ==
  faults \cap {"NULL dereference", "use before initialisation",
               "use after teardown"} = {}

\* What runs on CPU c is held up until the handler returns.
Interrupted(c) == sample[c].at # "idle"

\* A task can be put on CPU c.
Available(c) == ~Interrupted(c)

NextObject == CHOOSE o \in Objects : life[o] = "raw"

\* A reader is inside a callback of the object.
InUse(o) ==
  \E c \in CPUs : sample[c].inside = o

\* After the grace period no reader must find the old object.
Stale(o) == IF o \in retired THEN {"stale pointer"} ELSE {}

\* One run of a reader must not mix two registrations. A call of NULL is a
\* fault of its own.
Torn(before, now) ==
  IF before = NULL \/ now \in {NULL, before} THEN {} ELSE {"torn snapshot"}

\* The read-side sections in progress.
Sections == {c \in CPUs : sample[c].at # "idle"}

-----------------------------------------------------------------------------
(* The provider: initialises an object, registers it, unregisters it,      *)
(* tears it down, and again with the next one.                             *)

provider_MayStep ==
  /\ Running
  /\ \E c \in CPUs : Available(c)

\* The provider initialises its next object.
provider_Initialise ==
  /\ provider_MayStep
  /\ provider.at = "initialise"
  /\ \E o \in Objects : life[o] = "raw"
  /\ life' = [life EXCEPT ![NextObject] = "live"]
  /\ provider' = [provider EXCEPT
                  !.at = "store perf_guest_cbs",
                  !.obj = NextObject]
  /\ UNCHANGED <<perf_guest_cbs, sample, awaited, retired, faults>>

\* strategy.c:22   rcu_assign_pointer(perf_guest_cbs, cbs);
register_callbacks_RcuAssignPointer ==
  /\ provider_MayStep
  /\ provider.at = "store perf_guest_cbs"
  /\ perf_guest_cbs' = provider.obj
  /\ provider' = [provider EXCEPT !.at = "registered"]
  /\ UNCHANGED <<life, sample, awaited, retired, faults>>

\* strategy.c:27   synchronize_rcu();
unregister_callbacks_SynchronizeRcuBegin ==
  /\ provider_MayStep
  /\ provider.at = "registered"
  /\ awaited' = Sections
  /\ provider' = [provider EXCEPT !.at = "grace period"]
  /\ UNCHANGED <<perf_guest_cbs, life, sample, retired, faults>>

\* strategy.c:27   synchronize_rcu();   (returns)
unregister_callbacks_SynchronizeRcuEnd ==
  /\ provider_MayStep
  /\ provider.at = "grace period"
  /\ awaited = {}
  /\ retired' = retired \cup {provider.obj}
  /\ provider' = [provider EXCEPT !.at = "store perf_guest_cbs (2)"]
  /\ UNCHANGED <<perf_guest_cbs, life, sample, awaited, faults>>

\* strategy.c:28   rcu_assign_pointer(perf_guest_cbs, NULL);
unregister_callbacks_RcuAssignPointer ==
  /\ provider_MayStep
  /\ provider.at = "store perf_guest_cbs (2)"
  /\ perf_guest_cbs' = NULL
  /\ provider' = [provider EXCEPT !.at = "tear down"]
  /\ UNCHANGED <<life, sample, awaited, retired, faults>>

\* Unregistered: the object and the module's text are freed.
provider_TearDown ==
  /\ provider_MayStep
  /\ provider.at = "tear down"
  /\ life' = [life EXCEPT ![provider.obj] = "torn down"]
  /\ provider' = [provider EXCEPT !.at = "initialise", !.obj = NULL]
  /\ faults' = faults \cup (IF InUse(provider.obj) THEN {"use after teardown"}
                            ELSE {})
  /\ UNCHANGED <<perf_guest_cbs, sample, awaited, retired>>

provider_Begins ==
  \/ provider_Initialise
  \/ unregister_callbacks_SynchronizeRcuBegin

provider_GoesOn ==
  \/ register_callbacks_RcuAssignPointer
  \/ unregister_callbacks_SynchronizeRcuEnd
  \/ unregister_callbacks_RcuAssignPointer
  \/ provider_TearDown

\* The thread has begun and is not held up: one of these steps can be taken.
provider_CanGoOn ==
  /\ provider.at \notin {"initialise", "registered"}
  /\ provider_MayStep
  /\ provider.at = "grace period" => awaited = {}

\* The thread, having begun, takes a step: no other thread changes its
\* position.
provider_Moves ==
  /\ provider.at \notin {"initialise", "registered"}
  /\ provider' # provider

-----------------------------------------------------------------------------
(* sample(): an NMI handler, and as such one read-side section.            *)

\* strategy.c:33   struct callbacks *cbs = rcu_dereference(perf_guest_cbs);
\* strategy.c:35   if (cbs && cbs->is_in_guest())
sample_RcuDereference(c) ==
  /\ Running
  /\ sample[c].at = "idle"
  /\ \/ /\ perf_guest_cbs # NULL
        /\ sample' = [sample EXCEPT
                      ![c].at = "call is_in_guest",
                      ![c].cbs = perf_guest_cbs]
        /\ faults' = faults \cup Stale(perf_guest_cbs)
     \/ /\ perf_guest_cbs = NULL
        /\ sample' = [sample EXCEPT ![c] = sample_Idle]
        /\ UNCHANGED faults
  /\ UNCHANGED <<perf_guest_cbs, life, provider, awaited, retired>>

\* strategy.c:35   if (cbs && cbs->is_in_guest())
sample_Call_is_in_guest(c) ==
  /\ Running
  /\ sample[c].at = "call is_in_guest"
  /\ sample' = [sample EXCEPT
                ![c].at = "in is_in_guest",
                ![c].uses = sample[c].cbs,
                ![c].inside = sample[c].cbs]
  /\ faults' = faults \cup Misuse(sample[c].cbs)
                      \cup Torn(sample[c].uses, sample[c].cbs)
  /\ UNCHANGED <<perf_guest_cbs, life, provider, awaited, retired>>

\* strategy.c:35   if (cbs && cbs->is_in_guest())   (the callback returns)
sample_Return_is_in_guest(c) ==
  /\ Running
  /\ sample[c].at = "in is_in_guest"
  /\ \E result \in BOOLEAN :
       \/ /\ result
          /\ sample' = [sample EXCEPT
                        ![c].at = "call get_ip",
                        ![c].inside = NULL]
          /\ UNCHANGED awaited
       \/ /\ ~result
          /\ awaited' = awaited \ {c}
          /\ sample' = [sample EXCEPT ![c] = sample_Idle]
  /\ UNCHANGED <<perf_guest_cbs, life, provider, retired, faults>>

\* strategy.c:36   cbs->get_ip();
sample_Call_get_ip(c) ==
  /\ Running
  /\ sample[c].at = "call get_ip"
  /\ sample' = [sample EXCEPT
                ![c].at = "in get_ip",
                ![c].cbs = NULL,
                ![c].inside = sample[c].cbs,
                ![c].uses = NULL]
  /\ faults' = faults \cup Misuse(sample[c].cbs)
                      \cup Torn(sample[c].uses, sample[c].cbs)
  /\ UNCHANGED <<perf_guest_cbs, life, provider, awaited, retired>>

\* strategy.c:36   cbs->get_ip();   (the callback returns)
sample_Return_get_ip(c) ==
  /\ Running
  /\ sample[c].at = "in get_ip"
  /\ awaited' = awaited \ {c}
  /\ sample' = [sample EXCEPT ![c] = sample_Idle]
  /\ UNCHANGED <<perf_guest_cbs, life, provider, retired, faults>>

sample_Begins(c) ==
  sample_RcuDereference(c)

sample_GoesOn(c) ==
  \/ sample_Call_is_in_guest(c)
  \/ sample_Return_is_in_guest(c)
  \/ sample_Call_get_ip(c)
  \/ sample_Return_get_ip(c)

\* The thread has begun and is not held up: one of these steps can be taken.
sample_CanGoOn(c) ==
  /\ sample[c].at # "idle"
  /\ Running

\* The thread, having begun, takes a step: no other thread changes its
\* position.
sample_Moves(c) ==
  /\ sample[c].at # "idle"
  /\ sample[c]' # sample[c]

-----------------------------------------------------------------------------
Next ==
  \/ provider_Begins \/ provider_GoesOn
  \/ \E c \in CPUs : sample_Begins(c) \/ sample_GoesOn(c)

Spec == Init /\ [][Next]_vars

\* A thread that has begun and can continue does so eventually. No thread is
\* required to start.
Fairness ==
  /\ SF_vars(provider_GoesOn)
  /\ \A c \in CPUs : WF_vars(sample_GoesOn(c))

\* The same by its definition, with what ENABLED is: TLC is slow to evaluate
\* that. The configuration substitutes this for Fairness.
FairnessForTLC ==
  /\ <>[]~provider_CanGoOn \/ []<><<provider_Moves>>_vars
  /\ \A c \in CPUs :
       []<>~sample_CanGoOn(c) \/ []<><<sample_Moves(c)>>_vars

FairSpec == Spec /\ Fairness

-----------------------------------------------------------------------------
\* No reader dereferences NULL or calls an empty slot.
NoNullDereference == "NULL dereference" \notin faults

\* No reader sees an object's contents before its initialisation.
NoUseBeforeInit == "use before initialisation" \notin faults

\* No reader reads, enters or is inside an object that has been torn down.
NoDereferenceAfterTeardown == "use after teardown" \notin faults

\* A load begun after the unregistration's grace period never returns the old
\* object.
ReadersObserveNullAfterGracePeriod == "stale pointer" \notin faults

\* When unregister returns, no reader still holds or runs the old object.
PriorReadersComplete ==
  LET Gone(o) ==
        \/ life[o] = "torn down"
        \/ provider.at = "tear down" /\ provider.obj = o
  IN  \A o \in Objects : Gone(o) =>
        \A c \in CPUs : o \notin {sample[c].cbs, sample[c].inside}

\* One run of a reader uses the callbacks of one registration only, with their
\* data.
ConsistentSnapshot == "torn snapshot" \notin faults

\* Nothing waits for something that can never come.
NoDeadlock ==
  LET Begun ==
        \/ provider.at \notin {"initialise", "registered"}
        \/ \E c \in CPUs : sample[c].at # "idle"
      CanGoOn ==
        \/ provider_CanGoOn
        \/ \E c \in CPUs : sample_CanGoOn(c)
  IN  Running /\ Begun => CanGoOn

\* An unregistration that has begun returns. (No thread stays in it for ever.
\* TLC would need a tableau for the same with ~>.)
UnregisterCompletes ==
  LET Unregistering ==
        provider.at \in {"grace period", "store perf_guest_cbs (2)"}
  IN  []<>~(Unregistering /\ Running)

THEOREM Spec => []TypeOK

Symmetry == Permutations(CPUs)
=============================================================================

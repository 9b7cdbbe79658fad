------------------------ MODULE TwoProvidersCmpxchg ------------------------
(***************************************************************************)
(* two-providers-cmpxchg                                                   *)
(* publish by cmpxchg(), by two modules at once                            *)
(*                                                                         *)
(* Does an atomic check-and-publish keep a second provider out?            *)
(*                                                                         *)
(* Source: how two-providers is mended                                     *)
(* Memory model: sc                                                        *)
(* Bounds: 2 CPUs, 2 objects (in the configurations)                       *)
(* Generated from specs/two-providers-cmpxchg/strategy.c by quiesce; edit  *)
(* that file, not this one.                                                *)
(*                                                                         *)
(* Check it:  quiesce check two-providers-cmpxchg                          *)
(*       or:  java -cp tla2tools.jar tlc2.TLC TwoProvidersCmpxchg          *)
(*      and:  java -cp tla2tools.jar tlc2.TLC \                            *)
(* -config TwoProvidersCmpxchg_liveness.cfg TwoProvidersCmpxchg            *)
(***************************************************************************)
EXTENDS FiniteSets, TLC

CONSTANTS
  CPUs,           \* the processors
  Providers,      \* the modules that register, at the same time
  Objects,        \* the callback structures, registered one at a time
  NULL

ASSUME
  /\ IsFiniteSet(CPUs) /\ CPUs # {} /\ NULL \notin CPUs
  /\ IsFiniteSet(Providers) /\ Providers # {} /\ NULL \notin Providers
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

sample_Idle == [at |-> "idle", cbs |-> NULL, inside |-> NULL]

\* What holds of the variables in every state.
TypeOK ==
  /\ perf_guest_cbs \in Objects \cup {NULL}
  /\ life \in [Objects -> {"raw", "live", "torn down"}]
  /\ provider \in [Providers
                   -> [at : {"initialise", "cmpxchg perf_guest_cbs",
                             "registered", "store perf_guest_cbs",
                             "synchronize_rcu", "grace period", "tear down"},
                       obj : Objects \cup {NULL}]]
  /\ sample \in [CPUs
                 -> [at : {"idle", "call get_ip", "in get_ip"},
                     cbs : Objects \cup {NULL},
                     inside : Objects \cup {NULL}]]
  /\ awaited \in [Providers -> SUBSET CPUs]
  /\ retired \subseteq Objects
  /\ faults \subseteq {"NULL dereference", "use before initialisation",
                       "use after teardown", "stale pointer", "warning"}

Init ==
  /\ perf_guest_cbs = NULL
  /\ life = [o \in Objects |-> "raw"]
  /\ provider = [p \in Providers |-> provider_Idle]
  /\ sample = [c \in CPUs |-> sample_Idle]
  /\ awaited = [p \in Providers |-> {}]
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

\* The read-side sections in progress.
Sections == {c \in CPUs : sample[c].at # "idle"}

-----------------------------------------------------------------------------
(* The provider: initialises an object, registers it, unregisters it,      *)
(* tears it down, and again with the next one.                             *)

provider_MayStep ==
  /\ Running
  /\ \E c \in CPUs : Available(c)

\* The provider initialises its next object.
provider_Initialise(p) ==
  /\ provider_MayStep
  /\ provider[p].at = "initialise"
  /\ \E o \in Objects : life[o] = "raw"
  /\ life' = [life EXCEPT ![NextObject] = "live"]
  /\ provider' = [provider EXCEPT
                  ![p].at = "cmpxchg perf_guest_cbs",
                  ![p].obj = NextObject]
  /\ UNCHANGED <<perf_guest_cbs, sample, awaited, retired, faults>>

\* strategy.c:21   if (cmpxchg(&perf_guest_cbs, NULL, cbs))
\* strategy.c:22   return -16; /* -EBUSY */
\* strategy.c:24   return 0;
register_callbacks_Cmpxchg(p) ==
  /\ provider_MayStep
  /\ provider[p].at = "cmpxchg perf_guest_cbs"
  /\ perf_guest_cbs' = IF perf_guest_cbs = NULL THEN provider[p].obj
                       ELSE perf_guest_cbs
  /\ \/ /\ perf_guest_cbs # NULL
        /\ provider' = [provider EXCEPT ![p].at = "tear down"]
     \/ /\ perf_guest_cbs = NULL
        /\ provider' = [provider EXCEPT ![p].at = "registered"]
  /\ UNCHANGED <<life, sample, awaited, retired, faults>>

\* strategy.c:29   WARN_ON_ONCE(rcu_access_pointer(perf_guest_cbs) != cbs);
unregister_callbacks_RcuAccessPointer(p) ==
  /\ provider_MayStep
  /\ provider[p].at = "registered"
  /\ provider' = [provider EXCEPT ![p].at = "store perf_guest_cbs"]
  /\ faults' = faults \cup (IF perf_guest_cbs # provider[p].obj
                              THEN {"warning"}
                            ELSE {})
  /\ UNCHANGED <<perf_guest_cbs, life, sample, awaited, retired>>

\* strategy.c:30   rcu_assign_pointer(perf_guest_cbs, NULL);
unregister_callbacks_RcuAssignPointer(p) ==
  /\ provider_MayStep
  /\ provider[p].at = "store perf_guest_cbs"
  /\ perf_guest_cbs' = NULL
  /\ provider' = [provider EXCEPT ![p].at = "synchronize_rcu"]
  /\ UNCHANGED <<life, sample, awaited, retired, faults>>

\* strategy.c:31   synchronize_rcu();
unregister_callbacks_SynchronizeRcuBegin(p) ==
  /\ provider_MayStep
  /\ provider[p].at = "synchronize_rcu"
  /\ awaited' = [awaited EXCEPT ![p] = Sections]
  /\ provider' = [provider EXCEPT ![p].at = "grace period"]
  /\ UNCHANGED <<perf_guest_cbs, life, sample, retired, faults>>

\* strategy.c:31   synchronize_rcu();   (returns)
unregister_callbacks_SynchronizeRcuEnd(p) ==
  /\ provider_MayStep
  /\ provider[p].at = "grace period"
  /\ awaited[p] = {}
  /\ retired' = retired \cup {provider[p].obj}
  /\ provider' = [provider EXCEPT ![p].at = "tear down"]
  /\ UNCHANGED <<perf_guest_cbs, life, sample, awaited, faults>>

\* Unregistered: the object and the module's text are freed.
provider_TearDown(p) ==
  /\ provider_MayStep
  /\ provider[p].at = "tear down"
  /\ life' = [life EXCEPT ![provider[p].obj] = "torn down"]
  /\ provider' = [provider EXCEPT ![p].at = "initialise", ![p].obj = NULL]
  /\ faults' = faults \cup (IF InUse(provider[p].obj)
                              THEN {"use after teardown"}
                            ELSE {})
  /\ UNCHANGED <<perf_guest_cbs, sample, awaited, retired>>

provider_Begins(p) ==
  \/ provider_Initialise(p)
  \/ unregister_callbacks_RcuAccessPointer(p)

provider_GoesOn(p) ==
  \/ register_callbacks_Cmpxchg(p)
  \/ unregister_callbacks_RcuAssignPointer(p)
  \/ unregister_callbacks_SynchronizeRcuBegin(p)
  \/ unregister_callbacks_SynchronizeRcuEnd(p)
  \/ provider_TearDown(p)

\* The thread has begun and is not held up: one of these steps can be taken.
provider_CanGoOn(p) ==
  /\ provider[p].at \notin {"initialise", "registered"}
  /\ provider_MayStep
  /\ provider[p].at = "grace period" => awaited[p] = {}

\* The thread, having begun, takes a step: no other thread changes its
\* position.
provider_Moves(p) ==
  /\ provider[p].at \notin {"initialise", "registered"}
  /\ provider[p]' # provider[p]

-----------------------------------------------------------------------------
(* sample(): an NMI handler, and as such one read-side section.            *)

\* strategy.c:36   struct callbacks *cbs = rcu_dereference(perf_guest_cbs);
\* strategy.c:38   if (cbs)
sample_RcuDereference(c) ==
  /\ Running
  /\ sample[c].at = "idle"
  /\ \/ /\ perf_guest_cbs # NULL
        /\ sample' = [sample EXCEPT
                      ![c].at = "call get_ip",
                      ![c].cbs = perf_guest_cbs]
        /\ faults' = faults \cup Stale(perf_guest_cbs)
     \/ /\ perf_guest_cbs = NULL
        /\ sample' = [sample EXCEPT ![c] = sample_Idle]
        /\ UNCHANGED faults
  /\ UNCHANGED <<perf_guest_cbs, life, provider, awaited, retired>>

\* strategy.c:39   cbs->get_ip();
sample_Call_get_ip(c) ==
  /\ Running
  /\ sample[c].at = "call get_ip"
  /\ sample' = [sample EXCEPT
                ![c].at = "in get_ip",
                ![c].cbs = NULL,
                ![c].inside = sample[c].cbs]
  /\ faults' = faults \cup Misuse(sample[c].cbs)
  /\ UNCHANGED <<perf_guest_cbs, life, provider, awaited, retired>>

\* strategy.c:39   cbs->get_ip();   (the callback returns)
sample_Return_get_ip(c) ==
  /\ Running
  /\ sample[c].at = "in get_ip"
  /\ awaited' = [q \in DOMAIN awaited |-> awaited[q] \ {c}]
  /\ sample' = [sample EXCEPT ![c] = sample_Idle]
  /\ UNCHANGED <<perf_guest_cbs, life, provider, retired, faults>>

sample_Begins(c) ==
  sample_RcuDereference(c)

sample_GoesOn(c) ==
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
  \/ \E p \in Providers : provider_Begins(p) \/ provider_GoesOn(p)
  \/ \E c \in CPUs : sample_Begins(c) \/ sample_GoesOn(c)

Spec == Init /\ [][Next]_vars

\* A thread that has begun and can continue does so eventually. No thread is
\* required to start.
Fairness ==
  /\ \A p \in Providers : SF_vars(provider_GoesOn(p))
  /\ \A c \in CPUs : WF_vars(sample_GoesOn(c))

\* The same by its definition, with what ENABLED is: TLC is slow to evaluate
\* that. The configuration substitutes this for Fairness.
FairnessForTLC ==
  /\ \A p \in Providers :
       <>[]~provider_CanGoOn(p) \/ []<><<provider_Moves(p)>>_vars
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
        \/ \E p \in Providers :
             provider[p].at = "tear down" /\ provider[p].obj = o
  IN  \A o \in Objects :
        Gone(o) => (\A c \in CPUs : o \notin {sample[c].cbs, sample[c].inside})

\* Two providers are never registered at once, and no registration is lost.
SingleProvider ==
  \A p \in Providers :
    provider[p].at = "registered" => perf_guest_cbs = provider[p].obj

\* No WARN_ON fires.
NoWarning == faults \cap {"warning", "BUG"} = {}

\* Nothing waits for something that can never come.
NoDeadlock ==
  LET Begun ==
        \/ \E p \in Providers :
             provider[p].at \notin {"initialise", "registered"}
        \/ \E c \in CPUs : sample[c].at # "idle"
      CanGoOn ==
        \/ \E p \in Providers : provider_CanGoOn(p)
        \/ \E c \in CPUs : sample_CanGoOn(c)
  IN  Running /\ Begun => CanGoOn

\* An unregistration that has begun returns. (No thread stays in it for ever.
\* TLC would need a tableau for the same with ~>.)
UnregisterCompletes ==
  \A p \in Providers :
    LET Unregistering ==
          provider[p].at \in {"store perf_guest_cbs", "synchronize_rcu",
                             "grace period"}
    IN  []<>~(Unregistering /\ Running)

THEOREM Spec => []TypeOK

Symmetry == Permutations(CPUs) \cup Permutations(Providers)
=============================================================================

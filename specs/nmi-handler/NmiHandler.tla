----------------------------- MODULE NmiHandler -----------------------------
(***************************************************************************)
(* nmi-handler                                                             *)
(* an NMI handler that a module sets, and a grace period when it goes      *)
(*                                                                         *)
(* Does synchronize_rcu() wait for an NMI handler that is running?         *)
(*                                                                         *)
(* Source: Documentation/RCU/NMI-RCU.rst                                   *)
(* Memory model: sc                                                        *)
(* Bounds: 2 CPUs, 2 objects (in the configurations)                       *)
(* Generated from specs/nmi-handler/strategy.c by quiesce; edit that file, *)
(* not this one.                                                           *)
(*                                                                         *)
(* Check it:  quiesce check nmi-handler                                    *)
(*       or:  java -cp tla2tools.jar tlc2.TLC NmiHandler                   *)
(*      and:  java -cp tla2tools.jar tlc2.TLC \                            *)
(*              -config NmiHandler_liveness.cfg NmiHandler                 *)
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
  nmi_callback,   \* int (*nmi_callback)()
  life,           \* of each object: "raw", then "live", then "torn down"
  provider,       \* the module that registers: where it is, and its object
  do_nmi,         \* do_nmi() on each CPU: where it is, and its locals
  awaited,        \* the read-side sections that the grace period waits for
  retired,        \* objects whose grace period has elapsed: no state shows it
  faults          \* what has gone wrong: no later state shows it

vars ==
  <<nmi_callback, life, provider, do_nmi, awaited, retired, faults>>

\* What is wrong with using the object that a pointer points to.
Misuse(o) ==
  IF o = NULL THEN {"NULL dereference"}
  ELSE IF life[o] = "raw" THEN {"use before initialisation"}
  ELSE IF life[o] = "torn down" THEN {"use after teardown"}
  ELSE {}

provider_Idle == [at |-> "initialise", obj |-> NULL]

do_nmi_Idle == [at |-> "idle", called |-> NULL, inside |-> NULL]

\* What holds of the variables in every state.
TypeOK ==
  /\ nmi_callback \in Objects \cup {"dummy_nmi_callback"}
  /\ life \in [Objects -> {"raw", "live", "torn down"}]
  /\ provider \in [at : {"initialise", "store nmi_callback", "registered",
                         "synchronize_rcu", "grace period", "tear down"},
                   obj : Objects \cup {NULL}]
  /\ do_nmi \in [CPUs
                 -> [at : {"idle", "call function", "in function"},
                     called : Objects \cup {NULL, "dummy_nmi_callback"},
                     inside : Objects \cup {NULL, "dummy_nmi_callback"}]]
  /\ awaited \in SUBSET CPUs
  /\ retired \subseteq Objects
  /\ faults \subseteq {"NULL dereference", "use before initialisation",
                       "use after teardown", "stale pointer"}

Init ==
  /\ nmi_callback = "dummy_nmi_callback"
  /\ life = [o \in Objects |-> "raw"]
  /\ provider = provider_Idle
  /\ do_nmi = [c \in CPUs |-> do_nmi_Idle]
  /\ awaited = {}
  /\ retired = {}
  /\ faults = {}

-----------------------------------------------------------------------------
\* An oops ends the run.
Running ==
  faults \cap {"NULL dereference", "use before initialisation",
               "use after teardown"} = {}

\* What runs on CPU c is held up until the handler returns.
Interrupted(c) == do_nmi[c].at # "idle"

\* A task can be put on CPU c.
Available(c) == ~Interrupted(c)

NextObject == CHOOSE o \in Objects : life[o] = "raw"

\* A reader is inside a callback of the object.
InUse(o) ==
  \E c \in CPUs : do_nmi[c].inside = o

\* After the grace period no reader must find the old object.
Stale(o) == IF o \in retired THEN {"stale pointer"} ELSE {}

\* The read-side sections in progress.
Sections == {c \in CPUs : do_nmi[c].at # "idle"}

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
                  !.at = "store nmi_callback",
                  !.obj = NextObject]
  /\ UNCHANGED <<nmi_callback, do_nmi, awaited, retired, faults>>

\* strategy.c:29   rcu_assign_pointer(nmi_callback, callback);
set_nmi_callback_RcuAssignPointer ==
  /\ provider_MayStep
  /\ provider.at = "store nmi_callback"
  /\ nmi_callback' = provider.obj
  /\ provider' = [provider EXCEPT !.at = "registered"]
  /\ UNCHANGED <<life, do_nmi, awaited, retired, faults>>

\* strategy.c:34   rcu_assign_pointer(nmi_callback, dummy_nmi_callback);
unset_nmi_callback_RcuAssignPointer ==
  /\ provider_MayStep
  /\ provider.at = "registered"
  /\ nmi_callback' = "dummy_nmi_callback"
  /\ provider' = [provider EXCEPT !.at = "synchronize_rcu"]
  /\ UNCHANGED <<life, do_nmi, awaited, retired, faults>>

\* strategy.c:35   synchronize_rcu();
unset_nmi_callback_SynchronizeRcuBegin ==
  /\ provider_MayStep
  /\ provider.at = "synchronize_rcu"
  /\ awaited' = Sections
  /\ provider' = [provider EXCEPT !.at = "grace period"]
  /\ UNCHANGED <<nmi_callback, life, do_nmi, retired, faults>>

\* strategy.c:35   synchronize_rcu();   (returns)
unset_nmi_callback_SynchronizeRcuEnd ==
  /\ provider_MayStep
  /\ provider.at = "grace period"
  /\ awaited = {}
  /\ retired' = retired \cup {provider.obj}
  /\ provider' = [provider EXCEPT !.at = "tear down"]
  /\ UNCHANGED <<nmi_callback, life, do_nmi, awaited, faults>>

\* Unregistered: the object and the module's text are freed.
provider_TearDown ==
  /\ provider_MayStep
  /\ provider.at = "tear down"
  /\ life' = [life EXCEPT ![provider.obj] = "torn down"]
  /\ provider' = [provider EXCEPT !.at = "initialise", !.obj = NULL]
  /\ faults' = faults \cup (IF InUse(provider.obj) THEN {"use after teardown"}
                            ELSE {})
  /\ UNCHANGED <<nmi_callback, do_nmi, awaited, retired>>

provider_Begins ==
  \/ provider_Initialise
  \/ unset_nmi_callback_RcuAssignPointer

provider_GoesOn ==
  \/ set_nmi_callback_RcuAssignPointer
  \/ unset_nmi_callback_SynchronizeRcuBegin
  \/ unset_nmi_callback_SynchronizeRcuEnd
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
(* do_nmi(): an NMI handler, and as such one read-side section.            *)

\* strategy.c:17   return 0;
\* strategy.c:40   if (!rcu_dereference_sched(nmi_callback)())
do_nmi_RcuDereference(c) ==
  /\ Running
  /\ do_nmi[c].at = "idle"
  /\ \/ /\ nmi_callback = "dummy_nmi_callback"
        /\ do_nmi' = [do_nmi EXCEPT ![c] = do_nmi_Idle]
        /\ faults' = faults \cup Stale(nmi_callback)
     \/ /\ nmi_callback # "dummy_nmi_callback"
        /\ do_nmi' = [do_nmi EXCEPT
                      ![c].at = "call function",
                      ![c].called = nmi_callback]
        /\ faults' = faults \cup Stale(nmi_callback)
  /\ UNCHANGED <<nmi_callback, life, provider, awaited, retired>>

\* strategy.c:40   if (!rcu_dereference_sched(nmi_callback)())
do_nmi_Call_function(c) ==
  /\ Running
  /\ do_nmi[c].at = "call function"
  /\ do_nmi' = [do_nmi EXCEPT
                ![c].at = "in function",
                ![c].called = NULL,
                ![c].inside = do_nmi[c].called]
  /\ faults' = faults \cup Misuse(do_nmi[c].called)
  /\ UNCHANGED <<nmi_callback, life, provider, awaited, retired>>

\* strategy.c:40   if (!rcu_dereference_sched(nmi_callback)())   (the callback
\*                 returns)
do_nmi_Return_function(c) ==
  /\ Running
  /\ do_nmi[c].at = "in function"
  /\ \E result \in {0, 1, 2} :
       \/ /\ result # 0
          /\ awaited' = awaited \ {c}
          /\ do_nmi' = [do_nmi EXCEPT ![c] = do_nmi_Idle]
       \/ /\ result = 0
          /\ awaited' = awaited \ {c}
          /\ do_nmi' = [do_nmi EXCEPT ![c] = do_nmi_Idle]
  /\ UNCHANGED <<nmi_callback, life, provider, retired, faults>>

do_nmi_Begins(c) ==
  do_nmi_RcuDereference(c)

do_nmi_GoesOn(c) ==
  \/ do_nmi_Call_function(c)
  \/ do_nmi_Return_function(c)

\* The thread has begun and is not held up: one of these steps can be taken.
do_nmi_CanGoOn(c) ==
  /\ do_nmi[c].at # "idle"
  /\ Running

\* The thread, having begun, takes a step: no other thread changes its
\* position.
do_nmi_Moves(c) ==
  /\ do_nmi[c].at # "idle"
  /\ do_nmi[c]' # do_nmi[c]

-----------------------------------------------------------------------------
Next ==
  \/ provider_Begins \/ provider_GoesOn
  \/ \E c \in CPUs : do_nmi_Begins(c) \/ do_nmi_GoesOn(c)

Spec == Init /\ [][Next]_vars

\* A thread that has begun and can continue does so eventually. No thread is
\* required to start.
Fairness ==
  /\ SF_vars(provider_GoesOn)
  /\ \A c \in CPUs : WF_vars(do_nmi_GoesOn(c))

\* The same by its definition, with what ENABLED is: TLC is slow to evaluate
\* that. The configuration substitutes this for Fairness.
FairnessForTLC ==
  /\ <>[]~provider_CanGoOn \/ []<><<provider_Moves>>_vars
  /\ \A c \in CPUs :
       []<>~do_nmi_CanGoOn(c) \/ []<><<do_nmi_Moves(c)>>_vars

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
        \A c \in CPUs : o \notin {do_nmi[c].called, do_nmi[c].inside}

\* Nothing waits for something that can never come.
NoDeadlock ==
  LET Begun ==
        \/ provider.at \notin {"initialise", "registered"}
        \/ \E c \in CPUs : do_nmi[c].at # "idle"
      CanGoOn ==
        \/ provider_CanGoOn
        \/ \E c \in CPUs : do_nmi_CanGoOn(c)
  IN  Running /\ Begun => CanGoOn

\* An unregistration that has begun returns. (No thread stays in it for ever.
\* TLC would need a tableau for the same with ~>.)
UnregisterCompletes ==
  LET Unregistering ==
        provider.at \in {"synchronize_rcu", "grace period"}
  IN  []<>~(Unregistering /\ Running)

THEOREM Spec => []TypeOK

Symmetry == Permutations(CPUs)
=============================================================================

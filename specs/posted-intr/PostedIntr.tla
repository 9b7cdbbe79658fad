----------------------------- MODULE PostedIntr -----------------------------
(***************************************************************************)
(* posted-intr                                                             *)
(* KVM's wakeup handler: a dummy takes its place, then a grace period      *)
(*                                                                         *)
(* May KVM be unloaded when its handler has been replaced?                 *)
(*                                                                         *)
(* Source: commit 6ff53f6a438f ("x86/irq: Ensure PI wakeup handler is      *)
(* unregistered before module unload")                                     *)
(* Memory model: sc                                                        *)
(* Bounds: 2 CPUs, 2 objects (in the configurations)                       *)
(* Generated from specs/posted-intr/strategy.c by quiesce; edit that file, *)
(* not this one.                                                           *)
(*                                                                         *)
(* Check it:  quiesce check posted-intr                                    *)
(*       or:  java -cp tla2tools.jar tlc2.TLC PostedIntr                   *)
(*      and:  java -cp tla2tools.jar tlc2.TLC \                            *)
(*              -config PostedIntr_liveness.cfg PostedIntr                 *)
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
  posted_intr_wakeup_handler, \* void (*posted_intr_wakeup_handler)()
  life,           \* of each object: "raw", then "live", then "torn down"
  provider,       \* the module that registers: where it is, and its object
  \* posted_intr_wakeup_ipi() on each CPU: where it is, and its locals
  posted_intr_wakeup_ipi,
  awaited,        \* the read-side sections that the grace period waits for
  retired,        \* objects whose grace period has elapsed: no state shows it
  faults          \* what has gone wrong: no later state shows it

vars ==
  <<posted_intr_wakeup_handler, life, provider, posted_intr_wakeup_ipi,
    awaited, retired, faults>>

\* What is wrong with using the object that a pointer points to.
Misuse(o) ==
  IF o = NULL THEN {"NULL dereference"}
  ELSE IF life[o] = "raw" THEN {"use before initialisation"}
  ELSE IF life[o] = "torn down" THEN {"use after teardown"}
  ELSE {}

provider_Idle == [at |-> "initialise", obj |-> NULL]

posted_intr_wakeup_ipi_Idle ==
  [at |-> "idle", called |-> NULL, inside |-> NULL]

\* What holds of the variables in every state.
TypeOK ==
  /\ posted_intr_wakeup_handler \in Objects \cup {NULL, "dummy_handler"}
  /\ life \in [Objects -> {"raw", "live", "torn down"}]
  /\ provider \in [at : {"initialise", "store posted_intr_wakeup_handler",
                         "store posted_intr_wakeup_handler (2)",
                         "synchronize_rcu", "grace period", "registered",
                         "store posted_intr_wakeup_handler (3)",
                         "store posted_intr_wakeup_handler (4)",
                         "synchronize_rcu (2)", "grace period (2)",
                         "tear down"},
                   obj : Objects \cup {NULL}]
  /\ posted_intr_wakeup_ipi \in [CPUs
                                 -> [at : {"idle",
                                           "call posted_intr_wakeup_handler",
                                           "in posted_intr_wakeup_handler"},
                                     called : Objects \cup {NULL,
                                                            "dummy_handler"},
                                     inside : Objects \cup {NULL,
                                                            "dummy_handler"}]]
  /\ awaited \in SUBSET CPUs
  /\ retired \subseteq Objects
  /\ faults \subseteq {"NULL dereference", "use before initialisation",
                       "use after teardown", "stale pointer"}

Init ==
  /\ posted_intr_wakeup_handler = "dummy_handler"
  /\ life = [o \in Objects |-> "raw"]
  /\ provider = provider_Idle
  /\ posted_intr_wakeup_ipi = [c \in CPUs |-> posted_intr_wakeup_ipi_Idle]
  /\ awaited = {}
  /\ retired = {}
  /\ faults = {}

-----------------------------------------------------------------------------
\* An oops ends the run.
Running ==
  faults \cap {"NULL dereference", "use before initialisation",
               "use after teardown"} = {}

\* What runs on CPU c is held up until the handler returns.
Interrupted(c) == posted_intr_wakeup_ipi[c].at # "idle"

\* A task can be put on CPU c.
Available(c) == ~Interrupted(c)

NextObject == CHOOSE o \in Objects : life[o] = "raw"

\* A reader is inside a callback of the object.
InUse(o) ==
  \E c \in CPUs : posted_intr_wakeup_ipi[c].inside = o

\* After the grace period no reader must find the old object.
Stale(o) == IF o \in retired THEN {"stale pointer"} ELSE {}

\* The read-side sections in progress.
Sections == {c \in CPUs : posted_intr_wakeup_ipi[c].at # "idle"}

-----------------------------------------------------------------------------
(* The provider: initialises an object, registers it, unregisters it,      *)
(* tears it down, and again with the next one.                             *)

provider_MayStep ==
  /\ Running
  /\ \E c \in CPUs : Available(c)

\* The provider initialises its next object.
\* strategy.c:27   if (handler) {
provider_Initialise ==
  /\ provider_MayStep
  /\ provider.at = "initialise"
  /\ \E o \in Objects : life[o] = "raw"
  /\ life' = [life EXCEPT ![NextObject] = "live"]
  /\ \/ /\ NextObject # NULL
        /\ provider' = [provider EXCEPT
                        !.at = "store posted_intr_wakeup_handler",
                        !.obj = NextObject]
     \/ /\ NextObject = NULL
        /\ provider' = [provider EXCEPT
                        !.at = "store posted_intr_wakeup_handler (2)",
                        !.obj = NextObject]
  /\ UNCHANGED <<posted_intr_wakeup_handler, posted_intr_wakeup_ipi, awaited,
                 retired, faults>>

\* strategy.c:28   posted_intr_wakeup_handler = handler;
set_posted_intr_wakeup_handler_PlainStore ==
  /\ provider_MayStep
  /\ provider.at = "store posted_intr_wakeup_handler"
  /\ posted_intr_wakeup_handler' = provider.obj
  /\ provider' = [provider EXCEPT !.at = "registered"]
  /\ UNCHANGED <<life, posted_intr_wakeup_ipi, awaited, retired, faults>>

\* strategy.c:30   posted_intr_wakeup_handler = dummy_handler;
hardware_setup_set_posted_intr_wakeup_handler_PlainStore ==
  /\ provider_MayStep
  /\ provider.at = "store posted_intr_wakeup_handler (2)"
  /\ posted_intr_wakeup_handler' = "dummy_handler"
  /\ provider' = [provider EXCEPT !.at = "synchronize_rcu"]
  /\ UNCHANGED <<life, posted_intr_wakeup_ipi, awaited, retired, faults>>

\* strategy.c:31   synchronize_rcu();
set_posted_intr_wakeup_handler_SynchronizeRcuBegin ==
  /\ provider_MayStep
  /\ provider.at = "synchronize_rcu"
  /\ awaited' = Sections
  /\ provider' = [provider EXCEPT !.at = "grace period"]
  /\ UNCHANGED <<posted_intr_wakeup_handler, life, posted_intr_wakeup_ipi,
                 retired, faults>>

\* strategy.c:31   synchronize_rcu();   (returns)
set_posted_intr_wakeup_handler_SynchronizeRcuEnd ==
  /\ provider_MayStep
  /\ provider.at = "grace period"
  /\ awaited = {}
  /\ provider' = [provider EXCEPT !.at = "registered"]
  /\ UNCHANGED <<posted_intr_wakeup_handler, life, posted_intr_wakeup_ipi,
                 awaited, retired, faults>>

\* Registered; unregistering may begin.
\* strategy.c:27   if (handler) {
provider_BeginUnregister ==
  /\ provider_MayStep
  /\ provider.at = "registered"
  /\ provider' = [provider EXCEPT
                  !.at = "store posted_intr_wakeup_handler (4)"]
  /\ UNCHANGED <<posted_intr_wakeup_handler, life, posted_intr_wakeup_ipi,
                 awaited, retired, faults>>

\* strategy.c:28   posted_intr_wakeup_handler = handler;
hardware_unsetup_set_posted_intr_wakeup_handler_PlainStore ==
  /\ provider_MayStep
  /\ provider.at = "store posted_intr_wakeup_handler (3)"
  /\ posted_intr_wakeup_handler' = NULL
  /\ provider' = [provider EXCEPT !.at = "tear down"]
  /\ UNCHANGED <<life, posted_intr_wakeup_ipi, awaited, retired, faults>>

\* strategy.c:30   posted_intr_wakeup_handler = dummy_handler;
set_posted_intr_wakeup_handler_PlainStore_2 ==
  /\ provider_MayStep
  /\ provider.at = "store posted_intr_wakeup_handler (4)"
  /\ posted_intr_wakeup_handler' = "dummy_handler"
  /\ provider' = [provider EXCEPT !.at = "synchronize_rcu (2)"]
  /\ UNCHANGED <<life, posted_intr_wakeup_ipi, awaited, retired, faults>>

\* strategy.c:31   synchronize_rcu();
hardware_unsetup_set_posted_intr_wakeup_handler_SynchronizeRcuBegin ==
  /\ provider_MayStep
  /\ provider.at = "synchronize_rcu (2)"
  /\ awaited' = Sections
  /\ provider' = [provider EXCEPT !.at = "grace period (2)"]
  /\ UNCHANGED <<posted_intr_wakeup_handler, life, posted_intr_wakeup_ipi,
                 retired, faults>>

\* strategy.c:31   synchronize_rcu();   (returns)
hardware_unsetup_set_posted_intr_wakeup_handler_SynchronizeRcuEnd ==
  /\ provider_MayStep
  /\ provider.at = "grace period (2)"
  /\ awaited = {}
  /\ retired' = retired \cup {provider.obj}
  /\ provider' = [provider EXCEPT !.at = "tear down"]
  /\ UNCHANGED <<posted_intr_wakeup_handler, life, posted_intr_wakeup_ipi,
                 awaited, faults>>

\* Unregistered: the object and the module's text are freed.
provider_TearDown ==
  /\ provider_MayStep
  /\ provider.at = "tear down"
  /\ life' = [life EXCEPT ![provider.obj] = "torn down"]
  /\ provider' = [provider EXCEPT !.at = "initialise", !.obj = NULL]
  /\ faults' = faults \cup (IF InUse(provider.obj) THEN {"use after teardown"}
                            ELSE {})
  /\ UNCHANGED <<posted_intr_wakeup_handler, posted_intr_wakeup_ipi, awaited,
                 retired>>

provider_Begins ==
  \/ provider_Initialise
  \/ provider_BeginUnregister

provider_GoesOn ==
  \/ set_posted_intr_wakeup_handler_PlainStore
  \/ hardware_setup_set_posted_intr_wakeup_handler_PlainStore
  \/ set_posted_intr_wakeup_handler_SynchronizeRcuBegin
  \/ set_posted_intr_wakeup_handler_SynchronizeRcuEnd
  \/ hardware_unsetup_set_posted_intr_wakeup_handler_PlainStore
  \/ set_posted_intr_wakeup_handler_PlainStore_2
  \/ hardware_unsetup_set_posted_intr_wakeup_handler_SynchronizeRcuBegin
  \/ hardware_unsetup_set_posted_intr_wakeup_handler_SynchronizeRcuEnd
  \/ provider_TearDown

\* The thread has begun and is not held up: one of these steps can be taken.
provider_CanGoOn ==
  /\ provider.at \notin {"initialise", "registered"}
  /\ provider_MayStep
  /\ provider.at = "grace period" => awaited = {}
  /\ provider.at = "grace period (2)" => awaited = {}

\* The thread, having begun, takes a step: no other thread changes its
\* position.
provider_Moves ==
  /\ provider.at \notin {"initialise", "registered"}
  /\ provider' # provider

-----------------------------------------------------------------------------
(* posted_intr_wakeup_ipi(): an interrupt handler, and as such one         *)
(* read-side section.                                                      *)

\* strategy.c:47   posted_intr_wakeup_handler();
posted_intr_wakeup_ipi_PlainLoad(c) ==
  /\ Running
  /\ posted_intr_wakeup_ipi[c].at = "idle"
  /\ \/ /\ posted_intr_wakeup_handler = "dummy_handler"
        /\ posted_intr_wakeup_ipi' = [posted_intr_wakeup_ipi EXCEPT
                                      ![c] = posted_intr_wakeup_ipi_Idle]
        /\ faults' = faults \cup Stale(posted_intr_wakeup_handler)
     \/ /\ posted_intr_wakeup_handler # "dummy_handler"
        /\ posted_intr_wakeup_ipi' =
          [posted_intr_wakeup_ipi EXCEPT
           ![c].at = "call posted_intr_wakeup_handler",
           ![c].called = posted_intr_wakeup_handler]
        /\ faults' = faults \cup Stale(posted_intr_wakeup_handler)
  /\ UNCHANGED <<posted_intr_wakeup_handler, life, provider, awaited, retired>>

\* strategy.c:47   posted_intr_wakeup_handler();
posted_intr_wakeup_ipi_Call_posted_intr_wakeup_handler(c) ==
  /\ Running
  /\ posted_intr_wakeup_ipi[c].at = "call posted_intr_wakeup_handler"
  /\ posted_intr_wakeup_ipi' = [posted_intr_wakeup_ipi EXCEPT
                                ![c].at = "in posted_intr_wakeup_handler",
                                ![c].called = NULL,
                                ![c].inside = posted_intr_wakeup_ipi[c].called]
  /\ faults' = faults \cup Misuse(posted_intr_wakeup_ipi[c].called)
  /\ UNCHANGED <<posted_intr_wakeup_handler, life, provider, awaited, retired>>

\* strategy.c:47   posted_intr_wakeup_handler();   (the callback returns)
posted_intr_wakeup_ipi_Return_posted_intr_wakeup_handler(c) ==
  /\ Running
  /\ posted_intr_wakeup_ipi[c].at = "in posted_intr_wakeup_handler"
  /\ awaited' = awaited \ {c}
  /\ posted_intr_wakeup_ipi' = [posted_intr_wakeup_ipi EXCEPT
                                ![c] = posted_intr_wakeup_ipi_Idle]
  /\ UNCHANGED <<posted_intr_wakeup_handler, life, provider, retired, faults>>

posted_intr_wakeup_ipi_Begins(c) ==
  posted_intr_wakeup_ipi_PlainLoad(c)

posted_intr_wakeup_ipi_GoesOn(c) ==
  \/ posted_intr_wakeup_ipi_Call_posted_intr_wakeup_handler(c)
  \/ posted_intr_wakeup_ipi_Return_posted_intr_wakeup_handler(c)

\* The thread has begun and is not held up: one of these steps can be taken.
posted_intr_wakeup_ipi_CanGoOn(c) ==
  /\ posted_intr_wakeup_ipi[c].at # "idle"
  /\ Running

\* The thread, having begun, takes a step: no other thread changes its
\* position.
posted_intr_wakeup_ipi_Moves(c) ==
  /\ posted_intr_wakeup_ipi[c].at # "idle"
  /\ posted_intr_wakeup_ipi[c]' # posted_intr_wakeup_ipi[c]

-----------------------------------------------------------------------------
Next ==
  \/ provider_Begins
  \/ provider_GoesOn
  \/ \E c \in CPUs :
       posted_intr_wakeup_ipi_Begins(c) \/ posted_intr_wakeup_ipi_GoesOn(c)

Spec == Init /\ [][Next]_vars

\* A thread that has begun and can continue does so eventually. No thread is
\* required to start.
Fairness ==
  /\ SF_vars(provider_GoesOn)
  /\ \A c \in CPUs : WF_vars(posted_intr_wakeup_ipi_GoesOn(c))

\* The same by its definition, with what ENABLED is: TLC is slow to evaluate
\* that. The configuration substitutes this for Fairness.
FairnessForTLC ==
  /\ <>[]~provider_CanGoOn \/ []<><<provider_Moves>>_vars
  /\ \A c \in CPUs :
       \/ []<>~posted_intr_wakeup_ipi_CanGoOn(c)
       \/ []<><<posted_intr_wakeup_ipi_Moves(c)>>_vars

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
        \A c \in CPUs : o \notin {posted_intr_wakeup_ipi[c].called,
                                posted_intr_wakeup_ipi[c].inside}

\* Nothing waits for something that can never come.
NoDeadlock ==
  LET Begun ==
        \/ provider.at \notin {"initialise", "registered"}
        \/ \E c \in CPUs : posted_intr_wakeup_ipi[c].at # "idle"
      CanGoOn ==
        \/ provider_CanGoOn
        \/ \E c \in CPUs : posted_intr_wakeup_ipi_CanGoOn(c)
  IN  Running /\ Begun => CanGoOn

\* An unregistration that has begun returns. (No thread stays in it for ever.
\* TLC would need a tableau for the same with ~>.)
UnregisterCompletes ==
  LET Unregistering ==
        provider.at \in {"store posted_intr_wakeup_handler (3)",
                        "store posted_intr_wakeup_handler (4)",
                        "synchronize_rcu (2)", "grace period (2)"}
  IN  []<>~(Unregistering /\ Running)

THEOREM Spec => []TypeOK

Symmetry == Permutations(CPUs)
=============================================================================

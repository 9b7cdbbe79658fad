-------------------------- MODULE PostedIntrNoWait --------------------------
(***************************************************************************)
(* posted-intr-no-wait                                                     *)
(* KVM's wakeup handler: a dummy takes its place, no wait                  *)
(*                                                                         *)
(* May KVM be unloaded when its handler has been replaced?                 *)
(*                                                                         *)
(* Source: before commit 6ff53f6a438f ("x86/irq: Ensure PI wakeup handler  *)
(* is unregistered before module unload")                                  *)
(* Memory model: sc                                                        *)
(* Bounds: 2 CPUs, 2 objects (in the configurations)                       *)
(* Generated from specs/posted-intr-no-wait/strategy.c by quiesce; edit    *)
(* that file, not this one.                                                *)
(*                                                                         *)
(* Check it:  quiesce check posted-intr-no-wait                            *)
(*       or:  java -cp tla2tools.jar tlc2.TLC PostedIntrNoWait             *)
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
  faults          \* what has gone wrong: no later state shows it

vars ==
  <<posted_intr_wakeup_handler, life, provider, posted_intr_wakeup_ipi,
    faults>>

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
                         "store posted_intr_wakeup_handler (2)", "registered",
                         "store posted_intr_wakeup_handler (3)",
                         "store posted_intr_wakeup_handler (4)", "tear down"},
                   obj : Objects \cup {NULL}]
  /\ posted_intr_wakeup_ipi \in [CPUs
                                 -> [at : {"idle",
                                           "call posted_intr_wakeup_handler",
                                           "in posted_intr_wakeup_handler"},
                                     called : Objects \cup {NULL,
                                                            "dummy_handler"},
                                     inside : Objects \cup {NULL,
                                                            "dummy_handler"}]]
  /\ faults \subseteq {"NULL dereference", "use before initialisation",
                       "use after teardown"}

Init ==
  /\ posted_intr_wakeup_handler = "dummy_handler"
  /\ life = [o \in Objects |-> "raw"]
  /\ provider = provider_Idle
  /\ posted_intr_wakeup_ipi = [c \in CPUs |-> posted_intr_wakeup_ipi_Idle]
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

-----------------------------------------------------------------------------
(* The provider: initialises an object, registers it, unregisters it,      *)
(* tears it down, and again with the next one.                             *)

provider_MayStep ==
  /\ Running
  /\ \E c \in CPUs : Available(c)

\* The provider initialises its next object.
\* strategy.c:27   if (handler)
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
  /\ UNCHANGED <<posted_intr_wakeup_handler, posted_intr_wakeup_ipi, faults>>

\* strategy.c:28   posted_intr_wakeup_handler = handler;
set_posted_intr_wakeup_handler_PlainStore ==
  /\ provider_MayStep
  /\ provider.at = "store posted_intr_wakeup_handler"
  /\ posted_intr_wakeup_handler' = provider.obj
  /\ provider' = [provider EXCEPT !.at = "registered"]
  /\ UNCHANGED <<life, posted_intr_wakeup_ipi, faults>>

\* strategy.c:30   posted_intr_wakeup_handler = dummy_handler;
hardware_setup_set_posted_intr_wakeup_handler_PlainStore ==
  /\ provider_MayStep
  /\ provider.at = "store posted_intr_wakeup_handler (2)"
  /\ posted_intr_wakeup_handler' = "dummy_handler"
  /\ provider' = [provider EXCEPT !.at = "registered"]
  /\ UNCHANGED <<life, posted_intr_wakeup_ipi, faults>>

\* Registered; unregistering may begin.
\* strategy.c:27   if (handler)
provider_BeginUnregister ==
  /\ provider_MayStep
  /\ provider.at = "registered"
  /\ provider' = [provider EXCEPT
                  !.at = "store posted_intr_wakeup_handler (4)"]
  /\ UNCHANGED <<posted_intr_wakeup_handler, life, posted_intr_wakeup_ipi,
                 faults>>

\* strategy.c:28   posted_intr_wakeup_handler = handler;
hardware_unsetup_set_posted_intr_wakeup_handler_PlainStore ==
  /\ provider_MayStep
  /\ provider.at = "store posted_intr_wakeup_handler (3)"
  /\ posted_intr_wakeup_handler' = NULL
  /\ provider' = [provider EXCEPT !.at = "tear down"]
  /\ UNCHANGED <<life, posted_intr_wakeup_ipi, faults>>

\* strategy.c:30   posted_intr_wakeup_handler = dummy_handler;
set_posted_intr_wakeup_handler_PlainStore_2 ==
  /\ provider_MayStep
  /\ provider.at = "store posted_intr_wakeup_handler (4)"
  /\ posted_intr_wakeup_handler' = "dummy_handler"
  /\ provider' = [provider EXCEPT !.at = "tear down"]
  /\ UNCHANGED <<life, posted_intr_wakeup_ipi, faults>>

\* Unregistered: the object and the module's text are freed.
provider_TearDown ==
  /\ provider_MayStep
  /\ provider.at = "tear down"
  /\ life' = [life EXCEPT ![provider.obj] = "torn down"]
  /\ provider' = [provider EXCEPT !.at = "initialise", !.obj = NULL]
  /\ faults' = faults \cup (IF InUse(provider.obj) THEN {"use after teardown"}
                            ELSE {})
  /\ UNCHANGED <<posted_intr_wakeup_handler, posted_intr_wakeup_ipi>>

provider_Begins ==
  \/ provider_Initialise
  \/ provider_BeginUnregister

provider_GoesOn ==
  \/ set_posted_intr_wakeup_handler_PlainStore
  \/ hardware_setup_set_posted_intr_wakeup_handler_PlainStore
  \/ hardware_unsetup_set_posted_intr_wakeup_handler_PlainStore
  \/ set_posted_intr_wakeup_handler_PlainStore_2
  \/ provider_TearDown

-----------------------------------------------------------------------------
(* posted_intr_wakeup_ipi(): an interrupt handler, and as such one         *)
(* read-side section.                                                      *)

\* strategy.c:45   posted_intr_wakeup_handler();
posted_intr_wakeup_ipi_PlainLoad(c) ==
  /\ Running
  /\ posted_intr_wakeup_ipi[c].at = "idle"
  /\ \/ /\ posted_intr_wakeup_handler = "dummy_handler"
        /\ posted_intr_wakeup_ipi' = [posted_intr_wakeup_ipi EXCEPT
                                      ![c] = posted_intr_wakeup_ipi_Idle]
     \/ /\ posted_intr_wakeup_handler # "dummy_handler"
        /\ posted_intr_wakeup_ipi' =
          [posted_intr_wakeup_ipi EXCEPT
           ![c].at = "call posted_intr_wakeup_handler",
           ![c].called = posted_intr_wakeup_handler]
  /\ UNCHANGED <<posted_intr_wakeup_handler, life, provider, faults>>

\* strategy.c:45   posted_intr_wakeup_handler();
posted_intr_wakeup_ipi_Call_posted_intr_wakeup_handler(c) ==
  /\ Running
  /\ posted_intr_wakeup_ipi[c].at = "call posted_intr_wakeup_handler"
  /\ posted_intr_wakeup_ipi' = [posted_intr_wakeup_ipi EXCEPT
                                ![c].at = "in posted_intr_wakeup_handler",
                                ![c].called = NULL,
                                ![c].inside = posted_intr_wakeup_ipi[c].called]
  /\ faults' = faults \cup Misuse(posted_intr_wakeup_ipi[c].called)
  /\ UNCHANGED <<posted_intr_wakeup_handler, life, provider>>

\* strategy.c:45   posted_intr_wakeup_handler();   (the callback returns)
posted_intr_wakeup_ipi_Return_posted_intr_wakeup_handler(c) ==
  /\ Running
  /\ posted_intr_wakeup_ipi[c].at = "in posted_intr_wakeup_handler"
  /\ posted_intr_wakeup_ipi' = [posted_intr_wakeup_ipi EXCEPT
                                ![c] = posted_intr_wakeup_ipi_Idle]
  /\ UNCHANGED <<posted_intr_wakeup_handler, life, provider, faults>>

posted_intr_wakeup_ipi_Begins(c) ==
  posted_intr_wakeup_ipi_PlainLoad(c)

posted_intr_wakeup_ipi_GoesOn(c) ==
  \/ posted_intr_wakeup_ipi_Call_posted_intr_wakeup_handler(c)
  \/ posted_intr_wakeup_ipi_Return_posted_intr_wakeup_handler(c)

-----------------------------------------------------------------------------
Next ==
  \/ provider_Begins
  \/ provider_GoesOn
  \/ \E c \in CPUs :
       posted_intr_wakeup_ipi_Begins(c) \/ posted_intr_wakeup_ipi_GoesOn(c)

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
        \A c \in CPUs : o \notin {posted_intr_wakeup_ipi[c].called,
                                posted_intr_wakeup_ipi[c].inside}

THEOREM Spec => []TypeOK

Symmetry == Permutations(CPUs)
=============================================================================

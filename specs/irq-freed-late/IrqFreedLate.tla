---------------------------- MODULE IrqFreedLate ----------------------------
(***************************************************************************)
(* irq-freed-late                                                          *)
(* free_irq() after the handler's operations have been taken away          *)
(*                                                                         *)
(* May the handler run until free_irq() has returned?                      *)
(*                                                                         *)
(* Source: kernel/irq/manage.c, on free_irq(), in the wrong order          *)
(* Memory model: sc                                                        *)
(* Bounds: 2 CPUs, 2 objects (in the configurations)                       *)
(* Generated from specs/irq-freed-late/strategy.c by quiesce; edit that    *)
(* file, not this one.                                                     *)
(*                                                                         *)
(* Check it:  quiesce check irq-freed-late                                 *)
(*       or:  java -cp tla2tools.jar tlc2.TLC IrqFreedLate                 *)
(*      and:  java -cp tla2tools.jar tlc2.TLC \                            *)
(*              -config IrqFreedLate_liveness.cfg IrqFreedLate             *)
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
  chip_ops,       \* struct chip_ops *chip_ops
  chip_irq_requested, \* whether the line of chip_irq() is requested
  chip_irq_running, \* whether a run of chip_irq is in progress
  life,           \* of each object: "raw", then "live", then "torn down"
  provider,       \* the module that registers: where it is, and its object
  chip_irq,       \* chip_irq() on each CPU: where it is, and its locals
  faults          \* what has gone wrong: no later state shows it

vars ==
  <<chip_ops, chip_irq_requested, chip_irq_running, life, provider, chip_irq,
    faults>>

\* What is wrong with using the object that a pointer points to.
Misuse(o) ==
  IF o = NULL THEN {"NULL dereference"}
  ELSE IF life[o] = "raw" THEN {"use before initialisation"}
  ELSE IF life[o] = "torn down" THEN {"use after teardown"}
  ELSE {}

provider_Idle == [at |-> "initialise", obj |-> NULL]

chip_irq_Idle == [at |-> "idle", chip_ops |-> NULL, inside |-> NULL]

\* What holds of the variables in every state.
TypeOK ==
  /\ chip_ops \in Objects \cup {NULL}
  /\ chip_irq_requested \in BOOLEAN
  /\ chip_irq_running \in BOOLEAN
  /\ life \in [Objects -> {"raw", "live", "torn down"}]
  /\ provider \in [at : {"initialise", "store chip_ops",
                         "request_irq chip_irq", "registered",
                         "free_irq chip_irq", "ended chip_irq", "tear down"},
                   obj : Objects \cup {NULL}]
  /\ chip_irq \in [CPUs
                   -> [at : {"idle", "load chip_ops", "call event",
                             "in event"},
                       chip_ops : Objects \cup {NULL},
                       inside : Objects \cup {NULL}]]
  /\ faults \subseteq {"NULL dereference", "use before initialisation",
                       "use after teardown", "warning"}

Init ==
  /\ chip_ops = NULL
  /\ chip_irq_requested = FALSE
  /\ chip_irq_running = FALSE
  /\ life = [o \in Objects |-> "raw"]
  /\ provider = provider_Idle
  /\ chip_irq = [c \in CPUs |-> chip_irq_Idle]
  /\ faults = {}

-----------------------------------------------------------------------------
\* An oops ends the run.
Running ==
  faults \cap {"NULL dereference", "use before initialisation",
               "use after teardown"} = {}

\* What runs on CPU c is held up until the handler returns.
Interrupted(c) == chip_irq[c].at # "idle"

\* A task can be put on CPU c.
Available(c) == ~Interrupted(c)

NextObject == CHOOSE o \in Objects : life[o] = "raw"

\* A reader is inside a callback of the object.
InUse(o) ==
  \E c \in CPUs : chip_irq[c].inside = o

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
  /\ provider' = [provider EXCEPT !.at = "store chip_ops", !.obj = NextObject]
  /\ UNCHANGED <<chip_ops, chip_irq_requested, chip_irq_running, chip_irq,
                 faults>>

\* strategy.c:29   chip_ops = ops;
\* strategy.c:30   return request_irq(CHIP_IRQ, chip_irq, 0, "chip", NULL);
chip_probe_PlainStore ==
  /\ provider_MayStep
  /\ provider.at = "store chip_ops"
  /\ chip_ops' = provider.obj
  /\ \/ provider' = [provider EXCEPT !.at = "tear down"]
     \/ provider' = [provider EXCEPT !.at = "request_irq chip_irq"]
  /\ UNCHANGED <<chip_irq_requested, chip_irq_running, life, chip_irq, faults>>

\* strategy.c:30   return request_irq(CHIP_IRQ, chip_irq, 0, "chip", NULL);
chip_probe_RequestIrq ==
  /\ provider_MayStep
  /\ provider.at = "request_irq chip_irq"
  /\ chip_irq_requested' = TRUE
  /\ \/ /\ chip_irq_requested
        /\ provider' = [provider EXCEPT !.at = "tear down"]
     \/ /\ ~chip_irq_requested
        /\ provider' = [provider EXCEPT !.at = "registered"]
  /\ UNCHANGED <<chip_ops, chip_irq_running, life, chip_irq, faults>>

\* strategy.c:35   chip_ops = NULL;
chip_remove_PlainStore ==
  /\ provider_MayStep
  /\ provider.at = "registered"
  /\ chip_ops' = NULL
  /\ provider' = [provider EXCEPT !.at = "free_irq chip_irq"]
  /\ UNCHANGED <<chip_irq_requested, chip_irq_running, life, chip_irq, faults>>

\* strategy.c:36   free_irq(CHIP_IRQ, NULL);
chip_remove_FreeIrq ==
  /\ provider_MayStep
  /\ provider.at = "free_irq chip_irq"
  /\ chip_irq_requested' = FALSE
  /\ provider' = [provider EXCEPT !.at = "ended chip_irq"]
  /\ faults' = faults \cup (IF ~chip_irq_requested THEN {"warning"} ELSE {})
  /\ UNCHANGED <<chip_ops, chip_irq_running, life, chip_irq>>

\* strategy.c:36   free_irq(CHIP_IRQ, NULL);
chip_remove_Ended ==
  /\ provider_MayStep
  /\ provider.at = "ended chip_irq"
  /\ ~chip_irq_running
  /\ provider' = [provider EXCEPT !.at = "tear down"]
  /\ UNCHANGED <<chip_ops, chip_irq_requested, chip_irq_running, life,
                 chip_irq, faults>>

\* Unregistered: the object and the module's text are freed.
provider_TearDown ==
  /\ provider_MayStep
  /\ provider.at = "tear down"
  /\ life' = [life EXCEPT ![provider.obj] = "torn down"]
  /\ provider' = [provider EXCEPT !.at = "initialise", !.obj = NULL]
  /\ faults' = faults \cup (IF InUse(provider.obj) THEN {"use after teardown"}
                            ELSE {})
  /\ UNCHANGED <<chip_ops, chip_irq_requested, chip_irq_running, chip_irq>>

provider_Begins ==
  \/ provider_Initialise
  \/ chip_remove_PlainStore

provider_GoesOn ==
  \/ chip_probe_PlainStore
  \/ chip_probe_RequestIrq
  \/ chip_remove_FreeIrq
  \/ chip_remove_Ended
  \/ provider_TearDown

\* The thread has begun and is not held up: one of these steps can be taken.
provider_CanGoOn ==
  /\ provider.at \notin {"initialise", "registered"}
  /\ provider_MayStep
  /\ provider.at = "ended chip_irq" => ~chip_irq_running

\* The thread, having begun, takes a step: no other thread changes its
\* position.
provider_Moves ==
  /\ provider.at \notin {"initialise", "registered"}
  /\ provider' # provider

-----------------------------------------------------------------------------
(* chip_irq(): an interrupt handler, and as such one read-side section.    *)

\* strategy.c:21   static irqreturn_t chip_irq(int irq, void *dev_id)
chip_irq_Run(c) ==
  /\ Running
  /\ chip_irq[c].at = "idle"
  /\ chip_irq_requested
  /\ ~chip_irq_running
  /\ chip_irq_running' = TRUE
  /\ chip_irq' = [chip_irq EXCEPT ![c].at = "load chip_ops"]
  /\ UNCHANGED <<chip_ops, chip_irq_requested, life, provider, faults>>

\* strategy.c:23   chip_ops->event();
chip_irq_PlainLoad(c) ==
  /\ Running
  /\ chip_irq[c].at = "load chip_ops"
  /\ chip_irq' = [chip_irq EXCEPT
                  ![c].at = "call event",
                  ![c].chip_ops = chip_ops]
  /\ UNCHANGED <<chip_ops, chip_irq_requested, chip_irq_running, life,
                 provider, faults>>

\* strategy.c:23   chip_ops->event();
chip_irq_Call_event(c) ==
  /\ Running
  /\ chip_irq[c].at = "call event"
  /\ chip_irq' = [chip_irq EXCEPT
                  ![c].at = "in event",
                  ![c].chip_ops = NULL,
                  ![c].inside = chip_irq[c].chip_ops]
  /\ faults' = faults \cup Misuse(chip_irq[c].chip_ops)
  /\ UNCHANGED <<chip_ops, chip_irq_requested, chip_irq_running, life,
                 provider>>

\* strategy.c:21   static irqreturn_t chip_irq(int irq, void *dev_id)
\* strategy.c:23   chip_ops->event();   (the callback returns)
chip_irq_Return_event(c) ==
  /\ Running
  /\ chip_irq[c].at = "in event"
  /\ chip_irq_running' = FALSE
  /\ chip_irq' = [chip_irq EXCEPT ![c] = chip_irq_Idle]
  /\ UNCHANGED <<chip_ops, chip_irq_requested, life, provider, faults>>

chip_irq_Begins(c) ==
  chip_irq_Run(c)

chip_irq_GoesOn(c) ==
  \/ chip_irq_PlainLoad(c)
  \/ chip_irq_Call_event(c)
  \/ chip_irq_Return_event(c)

\* The thread has begun and is not held up: one of these steps can be taken.
chip_irq_CanGoOn(c) ==
  /\ chip_irq[c].at # "idle"
  /\ Running

\* The thread, having begun, takes a step: no other thread changes its
\* position.
chip_irq_Moves(c) ==
  /\ chip_irq[c].at # "idle"
  /\ chip_irq[c]' # chip_irq[c]

-----------------------------------------------------------------------------
Next ==
  \/ provider_Begins \/ provider_GoesOn
  \/ \E c \in CPUs : chip_irq_Begins(c) \/ chip_irq_GoesOn(c)

Spec == Init /\ [][Next]_vars

\* A thread that has begun and can continue does so eventually. No thread is
\* required to start, but a run that somebody has asked for.
Fairness ==
  /\ SF_vars(provider_GoesOn)
  /\ \A c \in CPUs : SF_vars(chip_irq_GoesOn(c))

\* The same by its definition, with what ENABLED is: TLC is slow to evaluate
\* that. The configuration substitutes this for Fairness.
FairnessForTLC ==
  /\ <>[]~provider_CanGoOn \/ []<><<provider_Moves>>_vars
  /\ \A c \in CPUs :
       <>[]~chip_irq_CanGoOn(c) \/ []<><<chip_irq_Moves(c)>>_vars

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
        \A c \in CPUs : o \notin {chip_irq[c].chip_ops, chip_irq[c].inside}

\* No WARN_ON fires.
NoWarning == faults \cap {"warning", "BUG"} = {}

\* Nothing waits for something that can never come.
NoDeadlock ==
  LET Begun ==
        \/ provider.at \notin {"initialise", "registered"}
        \/ \E c \in CPUs : chip_irq[c].at # "idle"
      CanGoOn ==
        \/ provider_CanGoOn
        \/ \E c \in CPUs : chip_irq_CanGoOn(c)
  IN  Running /\ Begun => CanGoOn

\* An unregistration that has begun returns. (No thread stays in it for ever.
\* TLC would need a tableau for the same with ~>.)
UnregisterCompletes ==
  LET Unregistering ==
        provider.at \in {"free_irq chip_irq", "ended chip_irq"}
  IN  []<>~(Unregistering /\ Running)

THEOREM Spec => []TypeOK

Symmetry == Permutations(CPUs)
=============================================================================

---------------------------- MODULE UdcCallbacks ----------------------------
(***************************************************************************)
(* udc-callbacks                                                           *)
(* a gadget driver's callback: the pointer cleared, then synchronize_irq() *)
(*                                                                         *)
(* May the driver be unbound while an interrupt may still call it?         *)
(*                                                                         *)
(* Source: commit 7dc0c55e9f30 ("USB: UDC core: Add udc_async_callbacks    *)
(* gadget op"), and the synchronize_irq() after it                         *)
(* Memory model: sc                                                        *)
(* Bounds: 2 CPUs, 2 objects (in the configurations)                       *)
(* Generated from specs/udc-callbacks/strategy.c by quiesce; edit that     *)
(* file, not this one.                                                     *)
(*                                                                         *)
(* Check it:  quiesce check udc-callbacks                                  *)
(*       or:  java -cp tla2tools.jar tlc2.TLC UdcCallbacks                 *)
(*      and:  java -cp tla2tools.jar tlc2.TLC \                            *)
(*              -config UdcCallbacks_liveness.cfg UdcCallbacks             *)
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
  driver,         \* struct gadget_driver *driver
  life,           \* of each object: "raw", then "live", then "torn down"
  provider,       \* the module that registers: where it is, and its object
  udc_irq,        \* udc_irq() on each CPU: where it is, and its locals
  awaited,        \* the read-side sections that the grace period waits for
  retired,        \* objects whose grace period has elapsed: no state shows it
  faults          \* what has gone wrong: no later state shows it

vars ==
  <<driver, life, provider, udc_irq, awaited, retired, faults>>

\* What is wrong with using the object that a pointer points to.
Misuse(o) ==
  IF o = NULL THEN {"NULL dereference"}
  ELSE IF life[o] = "raw" THEN {"use before initialisation"}
  ELSE IF life[o] = "torn down" THEN {"use after teardown"}
  ELSE {}

provider_Idle == [at |-> "initialise", obj |-> NULL]

udc_irq_Idle == [at |-> "idle", d |-> NULL, inside |-> NULL]

\* What holds of the variables in every state.
TypeOK ==
  /\ driver \in Objects \cup {NULL}
  /\ life \in [Objects -> {"raw", "live", "torn down"}]
  /\ provider \in [at : {"initialise", "store driver", "registered",
                         "synchronize_srcu udc_irq_runs",
                         "grace period of udc_irq_runs", "tear down"},
                   obj : Objects \cup {NULL}]
  /\ udc_irq \in [CPUs
                  -> [at : {"idle", "call disconnect", "in disconnect"},
                      d : Objects \cup {NULL},
                      inside : Objects \cup {NULL}]]
  /\ awaited \in SUBSET (CPUs \cup {"udc_irq in udc_irq_runs"} \X CPUs)
  /\ retired \subseteq Objects
  /\ faults \subseteq {"NULL dereference", "use before initialisation",
                       "use after teardown", "stale pointer"}

Init ==
  /\ driver = NULL
  /\ life = [o \in Objects |-> "raw"]
  /\ provider = provider_Idle
  /\ udc_irq = [c \in CPUs |-> udc_irq_Idle]
  /\ awaited = {}
  /\ retired = {}
  /\ faults = {}

-----------------------------------------------------------------------------
\* An oops ends the run.
Running ==
  faults \cap {"NULL dereference", "use before initialisation",
               "use after teardown"} = {}

\* What runs on CPU c is held up until the handler returns.
Interrupted(c) == udc_irq[c].at # "idle"

\* A task can be put on CPU c.
Available(c) == ~Interrupted(c)

NextObject == CHOOSE o \in Objects : life[o] = "raw"

\* A reader is inside a callback of the object.
InUse(o) ==
  \E c \in CPUs : udc_irq[c].inside = o

\* After the grace period no reader must find the old object.
Stale(o) == IF o \in retired THEN {"stale pointer"} ELSE {}

\* The read-side sections in progress.
Sections_udc_irq_runs ==
  {<<"udc_irq in udc_irq_runs", d>> :
     d \in {c \in CPUs :
              udc_irq[c].at \in {"call disconnect", "in disconnect"}}}

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
  /\ provider' = [provider EXCEPT !.at = "store driver", !.obj = NextObject]
  /\ UNCHANGED <<driver, udc_irq, awaited, retired, faults>>

\* strategy.c:40   smp_store_release(&driver, d);
bind_StoreRelease ==
  /\ provider_MayStep
  /\ provider.at = "store driver"
  /\ driver' = provider.obj
  /\ provider' = [provider EXCEPT !.at = "registered"]
  /\ UNCHANGED <<life, udc_irq, awaited, retired, faults>>

\* strategy.c:45   WRITE_ONCE(driver, NULL);
unbind_WriteOnce ==
  /\ provider_MayStep
  /\ provider.at = "registered"
  /\ driver' = NULL
  /\ provider' = [provider EXCEPT !.at = "synchronize_srcu udc_irq_runs"]
  /\ UNCHANGED <<life, udc_irq, awaited, retired, faults>>

\* strategy.c:46   synchronize_irq(UDC_IRQ);
unbind_SynchronizeSrcuBegin ==
  /\ provider_MayStep
  /\ provider.at = "synchronize_srcu udc_irq_runs"
  /\ awaited' = Sections_udc_irq_runs
  /\ provider' = [provider EXCEPT !.at = "grace period of udc_irq_runs"]
  /\ UNCHANGED <<driver, life, udc_irq, retired, faults>>

\* strategy.c:46   synchronize_irq(UDC_IRQ);   (returns)
unbind_SynchronizeSrcuEnd ==
  /\ provider_MayStep
  /\ provider.at = "grace period of udc_irq_runs"
  /\ awaited = {}
  /\ retired' = retired \cup {provider.obj}
  /\ provider' = [provider EXCEPT !.at = "tear down"]
  /\ UNCHANGED <<driver, life, udc_irq, awaited, faults>>

\* Unregistered: the object and the module's text are freed.
provider_TearDown ==
  /\ provider_MayStep
  /\ provider.at = "tear down"
  /\ life' = [life EXCEPT ![provider.obj] = "torn down"]
  /\ provider' = [provider EXCEPT !.at = "initialise", !.obj = NULL]
  /\ faults' = faults \cup (IF InUse(provider.obj) THEN {"use after teardown"}
                            ELSE {})
  /\ UNCHANGED <<driver, udc_irq, awaited, retired>>

provider_Begins ==
  \/ provider_Initialise
  \/ unbind_WriteOnce

provider_GoesOn ==
  \/ bind_StoreRelease
  \/ unbind_SynchronizeSrcuBegin
  \/ unbind_SynchronizeSrcuEnd
  \/ provider_TearDown

\* The thread has begun and is not held up: one of these steps can be taken.
provider_CanGoOn ==
  /\ provider.at \notin {"initialise", "registered"}
  /\ provider_MayStep
  /\ provider.at = "grace period of udc_irq_runs" => awaited = {}

\* The thread, having begun, takes a step: no other thread changes its
\* position.
provider_Moves ==
  /\ provider.at \notin {"initialise", "registered"}
  /\ provider' # provider

-----------------------------------------------------------------------------
(* udc_irq(): an interrupt handler, and as such one read-side section.     *)

\* strategy.c:23   static irqreturn_t udc_irq(int irq, void *dev_id)
\* strategy.c:25   struct gadget_driver *d = READ_ONCE(driver);
\* strategy.c:27   if (d)
udc_irq_ReadOnce(c) ==
  /\ Running
  /\ udc_irq[c].at = "idle"
  /\ \/ /\ driver # NULL
        /\ udc_irq' = [udc_irq EXCEPT
                       ![c].at = "call disconnect",
                       ![c].d = driver]
        /\ faults' = faults \cup Stale(driver)
     \/ /\ driver = NULL
        /\ udc_irq' = [udc_irq EXCEPT ![c] = udc_irq_Idle]
        /\ UNCHANGED faults
  /\ UNCHANGED <<driver, life, provider, awaited, retired>>

\* strategy.c:28   d->disconnect();
udc_irq_Call_disconnect(c) ==
  /\ Running
  /\ udc_irq[c].at = "call disconnect"
  /\ udc_irq' = [udc_irq EXCEPT
                 ![c].at = "in disconnect",
                 ![c].d = NULL,
                 ![c].inside = udc_irq[c].d]
  /\ faults' = faults \cup Misuse(udc_irq[c].d)
  /\ UNCHANGED <<driver, life, provider, awaited, retired>>

\* strategy.c:23   static irqreturn_t udc_irq(int irq, void *dev_id)
\* strategy.c:28   d->disconnect();   (the callback returns)
udc_irq_Return_disconnect(c) ==
  /\ Running
  /\ udc_irq[c].at = "in disconnect"
  /\ awaited' = awaited \ {<<"udc_irq in udc_irq_runs", c>>}
  /\ udc_irq' = [udc_irq EXCEPT ![c] = udc_irq_Idle]
  /\ UNCHANGED <<driver, life, provider, retired, faults>>

udc_irq_Begins(c) ==
  udc_irq_ReadOnce(c)

udc_irq_GoesOn(c) ==
  \/ udc_irq_Call_disconnect(c)
  \/ udc_irq_Return_disconnect(c)

\* The thread has begun and is not held up: one of these steps can be taken.
udc_irq_CanGoOn(c) ==
  /\ udc_irq[c].at # "idle"
  /\ Running

\* The thread, having begun, takes a step: no other thread changes its
\* position.
udc_irq_Moves(c) ==
  /\ udc_irq[c].at # "idle"
  /\ udc_irq[c]' # udc_irq[c]

-----------------------------------------------------------------------------
Next ==
  \/ provider_Begins \/ provider_GoesOn
  \/ \E c \in CPUs : udc_irq_Begins(c) \/ udc_irq_GoesOn(c)

Spec == Init /\ [][Next]_vars

\* A thread that has begun and can continue does so eventually. No thread is
\* required to start.
Fairness ==
  /\ SF_vars(provider_GoesOn)
  /\ \A c \in CPUs : WF_vars(udc_irq_GoesOn(c))

\* The same by its definition, with what ENABLED is: TLC is slow to evaluate
\* that. The configuration substitutes this for Fairness.
FairnessForTLC ==
  /\ <>[]~provider_CanGoOn \/ []<><<provider_Moves>>_vars
  /\ \A c \in CPUs :
       []<>~udc_irq_CanGoOn(c) \/ []<><<udc_irq_Moves(c)>>_vars

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
        \A c \in CPUs : o \notin {udc_irq[c].d, udc_irq[c].inside}

\* Nothing waits for something that can never come.
NoDeadlock ==
  LET Begun ==
        \/ provider.at \notin {"initialise", "registered"}
        \/ \E c \in CPUs : udc_irq[c].at # "idle"
      CanGoOn ==
        \/ provider_CanGoOn
        \/ \E c \in CPUs : udc_irq_CanGoOn(c)
  IN  Running /\ Begun => CanGoOn

\* An unregistration that has begun returns. (No thread stays in it for ever.
\* TLC would need a tableau for the same with ~>.)
UnregisterCompletes ==
  LET Unregistering ==
        provider.at \in {"synchronize_srcu udc_irq_runs",
                        "grace period of udc_irq_runs"}
  IN  []<>~(Unregistering /\ Running)

THEOREM Spec => []TypeOK

Symmetry == Permutations(CPUs)
=============================================================================

------------------------- MODULE UdcCallbacksNoWait -------------------------
(***************************************************************************)
(* udc-callbacks-no-wait                                                   *)
(* a gadget driver's callback: the pointer cleared, no wait                *)
(*                                                                         *)
(* May the driver be unbound when no interrupt finds it any more?          *)
(*                                                                         *)
(* Source: commit 7dc0c55e9f30 ("USB: UDC core: Add udc_async_callbacks    *)
(* gadget op"), without the synchronize_irq() after it                     *)
(* Memory model: sc                                                        *)
(* Bounds: 2 CPUs, 2 objects (in the configurations)                       *)
(* Generated from specs/udc-callbacks-no-wait/strategy.c by quiesce; edit  *)
(* that file, not this one.                                                *)
(*                                                                         *)
(* Check it:  quiesce check udc-callbacks-no-wait                          *)
(*       or:  java -cp tla2tools.jar tlc2.TLC UdcCallbacksNoWait           *)
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
  faults          \* what has gone wrong: no later state shows it

vars ==
  <<driver, life, provider, udc_irq, faults>>

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
                         "tear down"},
                   obj : Objects \cup {NULL}]
  /\ udc_irq \in [CPUs
                  -> [at : {"idle", "call disconnect", "in disconnect"},
                      d : Objects \cup {NULL},
                      inside : Objects \cup {NULL}]]
  /\ faults \subseteq {"NULL dereference", "use before initialisation",
                       "use after teardown"}

Init ==
  /\ driver = NULL
  /\ life = [o \in Objects |-> "raw"]
  /\ provider = provider_Idle
  /\ udc_irq = [c \in CPUs |-> udc_irq_Idle]
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
  /\ UNCHANGED <<driver, udc_irq, faults>>

\* strategy.c:39   smp_store_release(&driver, d);
bind_StoreRelease ==
  /\ provider_MayStep
  /\ provider.at = "store driver"
  /\ driver' = provider.obj
  /\ provider' = [provider EXCEPT !.at = "registered"]
  /\ UNCHANGED <<life, udc_irq, faults>>

\* strategy.c:44   WRITE_ONCE(driver, NULL);
unbind_WriteOnce ==
  /\ provider_MayStep
  /\ provider.at = "registered"
  /\ driver' = NULL
  /\ provider' = [provider EXCEPT !.at = "tear down"]
  /\ UNCHANGED <<life, udc_irq, faults>>

\* Unregistered: the object and the module's text are freed.
provider_TearDown ==
  /\ provider_MayStep
  /\ provider.at = "tear down"
  /\ life' = [life EXCEPT ![provider.obj] = "torn down"]
  /\ provider' = [provider EXCEPT !.at = "initialise", !.obj = NULL]
  /\ faults' = faults \cup (IF InUse(provider.obj) THEN {"use after teardown"}
                            ELSE {})
  /\ UNCHANGED <<driver, udc_irq>>

provider_Begins ==
  \/ provider_Initialise
  \/ unbind_WriteOnce

provider_GoesOn ==
  \/ bind_StoreRelease
  \/ provider_TearDown

-----------------------------------------------------------------------------
(* udc_irq(): an interrupt handler, and as such one read-side section.     *)

\* strategy.c:24   struct gadget_driver *d = READ_ONCE(driver);
\* strategy.c:26   if (d)
udc_irq_ReadOnce(c) ==
  /\ Running
  /\ udc_irq[c].at = "idle"
  /\ \/ /\ driver # NULL
        /\ udc_irq' = [udc_irq EXCEPT
                       ![c].at = "call disconnect",
                       ![c].d = driver]
     \/ /\ driver = NULL
        /\ udc_irq' = [udc_irq EXCEPT ![c] = udc_irq_Idle]
  /\ UNCHANGED <<driver, life, provider, faults>>

\* strategy.c:27   d->disconnect();
udc_irq_Call_disconnect(c) ==
  /\ Running
  /\ udc_irq[c].at = "call disconnect"
  /\ udc_irq' = [udc_irq EXCEPT
                 ![c].at = "in disconnect",
                 ![c].d = NULL,
                 ![c].inside = udc_irq[c].d]
  /\ faults' = faults \cup Misuse(udc_irq[c].d)
  /\ UNCHANGED <<driver, life, provider>>

\* strategy.c:27   d->disconnect();   (the callback returns)
udc_irq_Return_disconnect(c) ==
  /\ Running
  /\ udc_irq[c].at = "in disconnect"
  /\ udc_irq' = [udc_irq EXCEPT ![c] = udc_irq_Idle]
  /\ UNCHANGED <<driver, life, provider, faults>>

udc_irq_Begins(c) ==
  udc_irq_ReadOnce(c)

udc_irq_GoesOn(c) ==
  \/ udc_irq_Call_disconnect(c)
  \/ udc_irq_Return_disconnect(c)

-----------------------------------------------------------------------------
Next ==
  \/ provider_Begins \/ provider_GoesOn
  \/ \E c \in CPUs : udc_irq_Begins(c) \/ udc_irq_GoesOn(c)

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
        \A c \in CPUs : o \notin {udc_irq[c].d, udc_irq[c].inside}

THEOREM Spec => []TypeOK

Symmetry == Permutations(CPUs)
=============================================================================

-------------------------- MODULE NmiHandlerNoWait --------------------------
(***************************************************************************)
(* nmi-handler-no-wait                                                     *)
(* an NMI handler that a module sets, and no wait when it goes             *)
(*                                                                         *)
(* Is it enough that no NMI finds the old handler any more?                *)
(*                                                                         *)
(* Source: Documentation/RCU/NMI-RCU.rst, without the synchronize_rcu()    *)
(* that it asks for                                                        *)
(* Memory model: sc                                                        *)
(* Bounds: 2 CPUs, 2 objects (in the configurations)                       *)
(* Generated from specs/nmi-handler-no-wait/strategy.c by quiesce; edit    *)
(* that file, not this one.                                                *)
(*                                                                         *)
(* Check it:  quiesce check nmi-handler-no-wait                            *)
(*       or:  java -cp tla2tools.jar tlc2.TLC NmiHandlerNoWait             *)
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
  faults          \* what has gone wrong: no later state shows it

vars ==
  <<nmi_callback, life, provider, do_nmi, faults>>

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
                         "tear down"},
                   obj : Objects \cup {NULL}]
  /\ do_nmi \in [CPUs
                 -> [at : {"idle", "call function", "in function"},
                     called : Objects \cup {NULL, "dummy_nmi_callback"},
                     inside : Objects \cup {NULL, "dummy_nmi_callback"}]]
  /\ faults \subseteq {"NULL dereference", "use before initialisation",
                       "use after teardown"}

Init ==
  /\ nmi_callback = "dummy_nmi_callback"
  /\ life = [o \in Objects |-> "raw"]
  /\ provider = provider_Idle
  /\ do_nmi = [c \in CPUs |-> do_nmi_Idle]
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
  /\ UNCHANGED <<nmi_callback, do_nmi, faults>>

\* strategy.c:30   rcu_assign_pointer(nmi_callback, callback);
set_nmi_callback_RcuAssignPointer ==
  /\ provider_MayStep
  /\ provider.at = "store nmi_callback"
  /\ nmi_callback' = provider.obj
  /\ provider' = [provider EXCEPT !.at = "registered"]
  /\ UNCHANGED <<life, do_nmi, faults>>

\* strategy.c:35   rcu_assign_pointer(nmi_callback, dummy_nmi_callback);
unset_nmi_callback_RcuAssignPointer ==
  /\ provider_MayStep
  /\ provider.at = "registered"
  /\ nmi_callback' = "dummy_nmi_callback"
  /\ provider' = [provider EXCEPT !.at = "tear down"]
  /\ UNCHANGED <<life, do_nmi, faults>>

\* Unregistered: the object and the module's text are freed.
provider_TearDown ==
  /\ provider_MayStep
  /\ provider.at = "tear down"
  /\ life' = [life EXCEPT ![provider.obj] = "torn down"]
  /\ provider' = [provider EXCEPT !.at = "initialise", !.obj = NULL]
  /\ faults' = faults \cup (IF InUse(provider.obj) THEN {"use after teardown"}
                            ELSE {})
  /\ UNCHANGED <<nmi_callback, do_nmi>>

provider_Begins ==
  \/ provider_Initialise
  \/ unset_nmi_callback_RcuAssignPointer

provider_GoesOn ==
  \/ set_nmi_callback_RcuAssignPointer
  \/ provider_TearDown

-----------------------------------------------------------------------------
(* do_nmi(): an NMI handler, and as such one read-side section.            *)

\* strategy.c:18   return 0;
\* strategy.c:40   if (!rcu_dereference_sched(nmi_callback)())
do_nmi_RcuDereference(c) ==
  /\ Running
  /\ do_nmi[c].at = "idle"
  /\ \/ /\ nmi_callback = "dummy_nmi_callback"
        /\ do_nmi' = [do_nmi EXCEPT ![c] = do_nmi_Idle]
     \/ /\ nmi_callback # "dummy_nmi_callback"
        /\ do_nmi' = [do_nmi EXCEPT
                      ![c].at = "call function",
                      ![c].called = nmi_callback]
  /\ UNCHANGED <<nmi_callback, life, provider, faults>>

\* strategy.c:40   if (!rcu_dereference_sched(nmi_callback)())
do_nmi_Call_function(c) ==
  /\ Running
  /\ do_nmi[c].at = "call function"
  /\ do_nmi' = [do_nmi EXCEPT
                ![c].at = "in function",
                ![c].called = NULL,
                ![c].inside = do_nmi[c].called]
  /\ faults' = faults \cup Misuse(do_nmi[c].called)
  /\ UNCHANGED <<nmi_callback, life, provider>>

\* strategy.c:40   if (!rcu_dereference_sched(nmi_callback)())   (the callback
\*                 returns)
do_nmi_Return_function(c) ==
  /\ Running
  /\ do_nmi[c].at = "in function"
  /\ \E result \in {0, 1, 2} :
       \/ /\ result # 0
          /\ do_nmi' = [do_nmi EXCEPT ![c] = do_nmi_Idle]
       \/ /\ result = 0
          /\ do_nmi' = [do_nmi EXCEPT ![c] = do_nmi_Idle]
  /\ UNCHANGED <<nmi_callback, life, provider, faults>>

do_nmi_Begins(c) ==
  do_nmi_RcuDereference(c)

do_nmi_GoesOn(c) ==
  \/ do_nmi_Call_function(c)
  \/ do_nmi_Return_function(c)

-----------------------------------------------------------------------------
Next ==
  \/ provider_Begins \/ provider_GoesOn
  \/ \E c \in CPUs : do_nmi_Begins(c) \/ do_nmi_GoesOn(c)

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
        \A c \in CPUs : o \notin {do_nmi[c].called, do_nmi[c].inside}

THEOREM Spec => []TypeOK

Symmetry == Permutations(CPUs)
=============================================================================

---------------------------- MODULE SrcuHookRcu ----------------------------
(***************************************************************************)
(* srcu-hook-rcu                                                           *)
(* a hook that may sleep, in a section of SRCU: synchronize_rcu()          *)
(*                                                                         *)
(* Does a grace period of RCU wait for readers of SRCU?                    *)
(*                                                                         *)
(* Source: Documentation/RCU/checklist.rst, item 7: "Mixing things up"     *)
(* Memory model: sc                                                        *)
(* Bounds: 2 CPUs, 2 objects (in the configurations)                       *)
(* Generated from specs/srcu-hook-rcu/strategy.c by quiesce; edit that     *)
(* file, not this one.                                                     *)
(*                                                                         *)
(* Check it:  quiesce check srcu-hook-rcu                                  *)
(*       or:  java -cp tla2tools.jar tlc2.TLC SrcuHookRcu                  *)
(*      and:  java -cp tla2tools.jar tlc2.TLC \                            *)
(*              -config SrcuHookRcu_liveness.cfg SrcuHookRcu               *)
(***************************************************************************)
EXTENDS FiniteSets, TLC

CONSTANTS
  Tasks,          \* the tasks of each kind
  Objects,        \* the callback structures, registered one at a time
  NULL

ASSUME
  /\ IsFiniteSet(Tasks) /\ Tasks # {} /\ NULL \notin Tasks
  /\ IsFiniteSet(Objects) /\ Objects # {} /\ NULL \notin Objects

VARIABLES
  hook,           \* struct hook *hook
  life,           \* of each object: "raw", then "live", then "torn down"
  provider,       \* the module that registers: where it is, and its object
  hook_call,      \* hook_call() in each task: where it is, and its locals
  awaited,        \* the read-side sections that the grace period waits for
  retired,        \* objects whose grace period has elapsed: no state shows it
  faults          \* what has gone wrong: no later state shows it

vars ==
  <<hook, life, provider, hook_call, awaited, retired, faults>>

\* What is wrong with using the object that a pointer points to.
Misuse(o) ==
  IF o = NULL THEN {"NULL dereference"}
  ELSE IF life[o] = "raw" THEN {"use before initialisation"}
  ELSE IF life[o] = "torn down" THEN {"use after teardown"}
  ELSE {}

provider_Idle == [at |-> "initialise", obj |-> NULL]

hook_call_Idle == [at |-> "idle", h |-> NULL, inside |-> NULL]

\* What holds of the variables in every state.
TypeOK ==
  /\ hook \in Objects \cup {NULL}
  /\ life \in [Objects -> {"raw", "live", "torn down"}]
  /\ provider \in [at : {"initialise", "store hook", "registered",
                         "synchronize_rcu", "grace period", "tear down"},
                   obj : Objects \cup {NULL}]
  /\ hook_call \in [Tasks
                    -> [at : {"idle", "call event", "in event"},
                        h : Objects \cup {NULL},
                        inside : Objects \cup {NULL}]]
  /\ awaited \in SUBSET ({"hook_call in hook_srcu"} \X Tasks)
  /\ retired \subseteq Objects
  /\ faults \subseteq {"NULL dereference", "use before initialisation",
                       "use after teardown", "stale pointer"}

Init ==
  /\ hook = NULL
  /\ life = [o \in Objects |-> "raw"]
  /\ provider = provider_Idle
  /\ hook_call = [t \in Tasks |-> hook_call_Idle]
  /\ awaited = {}
  /\ retired = {}
  /\ faults = {}

-----------------------------------------------------------------------------
\* An oops ends the run.
Running ==
  faults \cap {"NULL dereference", "use before initialisation",
               "use after teardown"} = {}

NextObject == CHOOSE o \in Objects : life[o] = "raw"

\* A reader is inside a callback of the object.
InUse(o) ==
  \E t \in Tasks : hook_call[t].inside = o

\* After the grace period no reader must find the old object.
Stale(o) == IF o \in retired THEN {"stale pointer"} ELSE {}

\* The read-side sections in progress.
Sections == {}

-----------------------------------------------------------------------------
(* The provider: initialises an object, registers it, unregisters it,      *)
(* tears it down, and again with the next one.                             *)

\* The provider initialises its next object.
provider_Initialise ==
  /\ Running
  /\ provider.at = "initialise"
  /\ \E o \in Objects : life[o] = "raw"
  /\ life' = [life EXCEPT ![NextObject] = "live"]
  /\ provider' = [provider EXCEPT !.at = "store hook", !.obj = NextObject]
  /\ UNCHANGED <<hook, hook_call, awaited, retired, faults>>

\* strategy.c:25   rcu_assign_pointer(hook, h);
hook_set_RcuAssignPointer ==
  /\ Running
  /\ provider.at = "store hook"
  /\ hook' = provider.obj
  /\ provider' = [provider EXCEPT !.at = "registered"]
  /\ UNCHANGED <<life, hook_call, awaited, retired, faults>>

\* strategy.c:30   RCU_INIT_POINTER(hook, NULL);
hook_clear_WriteOnce ==
  /\ Running
  /\ provider.at = "registered"
  /\ hook' = NULL
  /\ provider' = [provider EXCEPT !.at = "synchronize_rcu"]
  /\ UNCHANGED <<life, hook_call, awaited, retired, faults>>

\* strategy.c:31   synchronize_rcu();
hook_clear_SynchronizeRcuBegin ==
  /\ Running
  /\ provider.at = "synchronize_rcu"
  /\ awaited' = Sections
  /\ provider' = [provider EXCEPT !.at = "grace period"]
  /\ UNCHANGED <<hook, life, hook_call, retired, faults>>

\* strategy.c:31   synchronize_rcu();   (returns)
hook_clear_SynchronizeRcuEnd ==
  /\ Running
  /\ provider.at = "grace period"
  /\ awaited = {}
  /\ retired' = retired \cup {provider.obj}
  /\ provider' = [provider EXCEPT !.at = "tear down"]
  /\ UNCHANGED <<hook, life, hook_call, awaited, faults>>

\* Unregistered: the object and the module's text are freed.
provider_TearDown ==
  /\ Running
  /\ provider.at = "tear down"
  /\ life' = [life EXCEPT ![provider.obj] = "torn down"]
  /\ provider' = [provider EXCEPT !.at = "initialise", !.obj = NULL]
  /\ faults' = faults \cup (IF InUse(provider.obj) THEN {"use after teardown"}
                            ELSE {})
  /\ UNCHANGED <<hook, hook_call, awaited, retired>>

provider_Begins ==
  \/ provider_Initialise
  \/ hook_clear_WriteOnce

provider_GoesOn ==
  \/ hook_set_RcuAssignPointer
  \/ hook_clear_SynchronizeRcuBegin
  \/ hook_clear_SynchronizeRcuEnd
  \/ provider_TearDown

\* The thread has begun and is not held up: one of these steps can be taken.
provider_CanGoOn ==
  /\ provider.at \notin {"initialise", "registered"}
  /\ Running
  /\ provider.at = "grace period" => awaited = {}

\* The thread, having begun, takes a step: no other thread changes its
\* position.
provider_Moves ==
  /\ provider.at \notin {"initialise", "registered"}
  /\ provider' # provider

-----------------------------------------------------------------------------
(* hook_call(): a task.                                                    *)

\* strategy.c:39   idx = srcu_read_lock(&hook_srcu);
\* strategy.c:40   h = srcu_dereference(hook, &hook_srcu);
\* strategy.c:41   if (h)
\* strategy.c:43   srcu_read_unlock(&hook_srcu, idx);
hook_call_RcuDereference(t) ==
  /\ Running
  /\ hook_call[t].at = "idle"
  /\ \/ /\ hook # NULL
        /\ hook_call' = [hook_call EXCEPT
                         ![t].at = "call event",
                         ![t].h = hook]
        /\ faults' = faults \cup Stale(hook)
     \/ /\ hook = NULL
        /\ hook_call' = [hook_call EXCEPT ![t] = hook_call_Idle]
        /\ UNCHANGED faults
  /\ UNCHANGED <<hook, life, provider, awaited, retired>>

\* strategy.c:42   h->event();
hook_call_Call_event(t) ==
  /\ Running
  /\ hook_call[t].at = "call event"
  /\ hook_call' = [hook_call EXCEPT
                   ![t].at = "in event",
                   ![t].h = NULL,
                   ![t].inside = hook_call[t].h]
  /\ faults' = faults \cup Misuse(hook_call[t].h)
  /\ UNCHANGED <<hook, life, provider, awaited, retired>>

\* strategy.c:42   h->event();   (the callback returns)
\* strategy.c:43   srcu_read_unlock(&hook_srcu, idx);
hook_call_Return_event(t) ==
  /\ Running
  /\ hook_call[t].at = "in event"
  /\ hook_call' = [hook_call EXCEPT ![t] = hook_call_Idle]
  /\ UNCHANGED <<hook, life, provider, awaited, retired, faults>>

hook_call_Begins(t) ==
  hook_call_RcuDereference(t)

hook_call_GoesOn(t) ==
  \/ hook_call_Call_event(t)
  \/ hook_call_Return_event(t)

\* The thread has begun and is not held up: one of these steps can be taken.
hook_call_CanGoOn(t) ==
  /\ hook_call[t].at # "idle"
  /\ Running

\* The thread, having begun, takes a step: no other thread changes its
\* position.
hook_call_Moves(t) ==
  /\ hook_call[t].at # "idle"
  /\ hook_call[t]' # hook_call[t]

-----------------------------------------------------------------------------
Next ==
  \/ provider_Begins \/ provider_GoesOn
  \/ \E t \in Tasks : hook_call_Begins(t) \/ hook_call_GoesOn(t)

Spec == Init /\ [][Next]_vars

\* A thread that has begun and can continue does so eventually. No thread is
\* required to start.
Fairness ==
  /\ SF_vars(provider_GoesOn)
  /\ \A t \in Tasks : SF_vars(hook_call_GoesOn(t))

\* The same by its definition, with what ENABLED is: TLC is slow to evaluate
\* that. The configuration substitutes this for Fairness.
FairnessForTLC ==
  /\ <>[]~provider_CanGoOn \/ []<><<provider_Moves>>_vars
  /\ \A t \in Tasks :
       <>[]~hook_call_CanGoOn(t) \/ []<><<hook_call_Moves(t)>>_vars

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
        \A t \in Tasks : o \notin {hook_call[t].h, hook_call[t].inside}

\* Nothing waits for something that can never come.
NoDeadlock ==
  LET Begun ==
        \/ provider.at \notin {"initialise", "registered"}
        \/ \E t \in Tasks : hook_call[t].at # "idle"
      CanGoOn ==
        \/ provider_CanGoOn
        \/ \E t \in Tasks : hook_call_CanGoOn(t)
  IN  Running /\ Begun => CanGoOn

\* An unregistration that has begun returns. (No thread stays in it for ever.
\* TLC would need a tableau for the same with ~>.)
UnregisterCompletes ==
  LET Unregistering ==
        provider.at \in {"synchronize_rcu", "grace period"}
  IN  []<>~(Unregistering /\ Running)

THEOREM Spec => []TypeOK

Symmetry == Permutations(Tasks)
=============================================================================

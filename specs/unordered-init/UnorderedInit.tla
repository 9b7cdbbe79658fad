--------------------------- MODULE UnorderedInit ---------------------------
(***************************************************************************)
(* unordered-init                                                          *)
(* the object is filled in by plain stores, then published by WRITE_ONCE() *)
(*                                                                         *)
(* May the compiler let a reader see the pointer before the slot that it   *)
(* points to?                                                              *)
(*                                                                         *)
(* Source: commit ff083a2d972f ("perf: Protect perf_guest_cbs with RCU"):  *)
(* the pointer visible before the callbacks are                            *)
(* Memory model: sc                                                        *)
(* Bounds: 2 CPUs, 2 objects (in the configurations)                       *)
(* Generated from specs/unordered-init/strategy.c by quiesce; edit that    *)
(* file, not this one.                                                     *)
(*                                                                         *)
(* Check it:  quiesce check unordered-init                                 *)
(*       or:  java -cp tla2tools.jar tlc2.TLC UnorderedInit                *)
(*      and:  java -cp tla2tools.jar tlc2.TLC \                            *)
(*              -config UnorderedInit_liveness.cfg UnorderedInit           *)
(***************************************************************************)
EXTENDS FiniteSets, TLC

CONSTANTS
  CPUs,           \* the processors
  Objects,        \* the callback structures, registered one at a time
  Uninitialised,  \* what memory holds before anything is written to it
  NULL

ASSUME
  /\ IsFiniteSet(CPUs) /\ CPUs # {} /\ NULL \notin CPUs
  /\ IsFiniteSet(Objects) /\ Objects # {} /\ NULL \notin Objects
  /\ Uninitialised \notin Objects \cup {NULL}

VARIABLES
  perf_guest_cbs, \* struct callbacks *perf_guest_cbs
  callbacks_get_ip, \* of each object: int (*get_ip)()
  life,           \* of each object: "raw", then "live", then "torn down"
  provider,       \* the module that registers: where it is, and its object
  sample,         \* sample() on each CPU: where it is, and its locals
  awaited,        \* the read-side sections that the grace period waits for
  retired,        \* objects whose grace period has elapsed: no state shows it
  faults          \* what has gone wrong: no later state shows it

vars ==
  <<perf_guest_cbs, callbacks_get_ip, life, provider, sample, awaited,
    retired, faults>>

\* What is wrong with using the object that a pointer points to.
Misuse(o) ==
  IF o = NULL THEN {"NULL dereference"}
  ELSE IF life[o] = "raw" THEN {"use before initialisation"}
  ELSE IF life[o] = "torn down" THEN {"use after teardown"}
  ELSE {}

\* What is wrong with calling a slot of the object.
SlotMisuse(o, slots) ==
  IF Misuse(o) # {} THEN Misuse(o)
  ELSE IF slots[o] = Uninitialised THEN {"use before initialisation"}
  ELSE IF slots[o] = NULL THEN {"NULL dereference"}
  ELSE {}

provider_Idle ==
  [at |-> "initialise",
   late_1 |-> FALSE,
   late_1_operand |-> NULL,
   late_1_value |-> NULL,
   obj |-> NULL]

sample_Idle == [at |-> "idle", cbs |-> NULL, inside |-> NULL]

\* What holds of the variables in every state.
TypeOK ==
  /\ perf_guest_cbs \in Objects \cup {NULL}
  /\ callbacks_get_ip \in [Objects -> {Uninitialised, "set"}]
  /\ life \in [Objects -> {"raw", "live", "torn down"}]
  /\ provider \in [at : {"initialise", "store perf_guest_cbs", "settle",
                         "registered", "synchronize_rcu", "grace period",
                         "tear down", "store get_ip"},
                   late_1 : BOOLEAN,
                   late_1_operand : Objects \cup {NULL},
                   late_1_value : {NULL, "set"},
                   obj : Objects \cup {NULL}]
  /\ sample \in [CPUs
                 -> [at : {"idle", "call get_ip", "in get_ip"},
                     cbs : Objects \cup {NULL},
                     inside : Objects \cup {NULL}]]
  /\ awaited \in SUBSET CPUs
  /\ retired \subseteq Objects
  /\ faults \subseteq {"NULL dereference", "use before initialisation",
                       "use after teardown", "stale pointer"}

Init ==
  /\ perf_guest_cbs = NULL
  /\ callbacks_get_ip = [o \in Objects |-> Uninitialised]
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

\* The read-side sections in progress.
Sections == {c \in CPUs : sample[c].at # "idle"}

-----------------------------------------------------------------------------
(* The provider: initialises an object, registers it, unregisters it,      *)
(* tears it down, and again with the next one.                             *)

provider_MayStep ==
  /\ Running
  /\ \E c \in CPUs : Available(c)

\* The provider initialises its next object.
\* strategy.c:25   cbs->get_ip = kvm_get_ip;
provider_Initialise ==
  /\ provider_MayStep
  /\ provider.at = "initialise"
  /\ \E o \in Objects : life[o] = "raw"
  /\ life' = [life EXCEPT ![NextObject] = "live"]
  /\ \/ provider' = [provider EXCEPT !.at = "store get_ip", !.obj = NextObject]
     \/ provider' = [provider EXCEPT
                     !.at = "store perf_guest_cbs",
                     !.late_1 = TRUE,
                     !.late_1_operand = NextObject,
                     !.late_1_value = "set",
                     !.obj = NextObject]
  /\ UNCHANGED <<perf_guest_cbs, callbacks_get_ip, sample, awaited, retired,
                 faults>>

\* strategy.c:26   WRITE_ONCE(perf_guest_cbs, cbs);
register_callbacks_WriteOnce ==
  /\ provider_MayStep
  /\ provider.at = "store perf_guest_cbs"
  /\ perf_guest_cbs' = provider.obj
  /\ provider' = [provider EXCEPT !.at = "settle"]
  /\ UNCHANGED <<callbacks_get_ip, life, sample, awaited, retired, faults>>

\* The provider continues.
provider_Settle ==
  /\ provider_MayStep
  /\ provider.at = "settle"
  /\ ~provider.late_1
  /\ provider' = [provider EXCEPT !.at = "registered"]
  /\ UNCHANGED <<perf_guest_cbs, callbacks_get_ip, life, sample, awaited,
                 retired, faults>>

\* strategy.c:31   WRITE_ONCE(perf_guest_cbs, NULL);
unregister_callbacks_WriteOnce ==
  /\ provider_MayStep
  /\ provider.at = "registered"
  /\ perf_guest_cbs' = NULL
  /\ provider' = [provider EXCEPT !.at = "synchronize_rcu"]
  /\ UNCHANGED <<callbacks_get_ip, life, sample, awaited, retired, faults>>

\* strategy.c:32   synchronize_rcu();
unregister_callbacks_SynchronizeRcuBegin ==
  /\ provider_MayStep
  /\ provider.at = "synchronize_rcu"
  /\ awaited' = Sections
  /\ provider' = [provider EXCEPT !.at = "grace period"]
  /\ UNCHANGED <<perf_guest_cbs, callbacks_get_ip, life, sample, retired,
                 faults>>

\* strategy.c:32   synchronize_rcu();   (returns)
unregister_callbacks_SynchronizeRcuEnd ==
  /\ provider_MayStep
  /\ provider.at = "grace period"
  /\ awaited = {}
  /\ retired' = retired \cup {provider.obj}
  /\ provider' = [provider EXCEPT
                  !.at = "tear down",
                  !.late_1 = FALSE,
                  !.late_1_operand = NULL,
                  !.late_1_value = NULL]
  /\ UNCHANGED <<perf_guest_cbs, callbacks_get_ip, life, sample, awaited,
                 faults>>

\* Unregistered: the object and the module's text are freed.
provider_TearDown ==
  /\ provider_MayStep
  /\ provider.at = "tear down"
  /\ life' = [life EXCEPT ![provider.obj] = "torn down"]
  /\ provider' = [provider EXCEPT !.at = "initialise", !.obj = NULL]
  /\ faults' = faults \cup (IF InUse(provider.obj) THEN {"use after teardown"}
                            ELSE {})
  /\ UNCHANGED <<perf_guest_cbs, callbacks_get_ip, sample, awaited, retired>>

\* strategy.c:25   cbs->get_ip = kvm_get_ip;
register_callbacks_PlainStore ==
  /\ provider_MayStep
  /\ provider.at = "store get_ip"
  /\ \/ /\ Misuse(provider.obj) # {}
        /\ faults' = faults \cup Misuse(provider.obj)
        /\ UNCHANGED <<callbacks_get_ip, provider>>
     \/ /\ Misuse(provider.obj) = {}
        /\ callbacks_get_ip' = [callbacks_get_ip EXCEPT
                                ![provider.obj] = "set"]
        /\ provider' = [provider EXCEPT !.at = "store perf_guest_cbs"]
        /\ UNCHANGED faults
  /\ UNCHANGED <<perf_guest_cbs, life, sample, awaited, retired>>

\* strategy.c:25   cbs->get_ip = kvm_get_ip;   (at last: the compiler has put
\*                 it off)
register_callbacks_LateStore ==
  /\ provider_MayStep
  /\ provider.late_1
  /\ \/ /\ Misuse(provider.late_1_operand) # {}
        /\ faults' = faults \cup Misuse(provider.late_1_operand)
        /\ UNCHANGED <<callbacks_get_ip, provider>>
     \/ /\ Misuse(provider.late_1_operand) = {}
        /\ callbacks_get_ip' =
          [callbacks_get_ip EXCEPT
           ![provider.late_1_operand] = provider.late_1_value]
        /\ provider' = [provider EXCEPT
                        !.late_1 = FALSE,
                        !.late_1_operand = NULL,
                        !.late_1_value = NULL]
        /\ UNCHANGED faults
  /\ UNCHANGED <<perf_guest_cbs, life, sample, awaited, retired>>

provider_Begins ==
  \/ provider_Initialise
  \/ unregister_callbacks_WriteOnce

provider_GoesOn ==
  \/ register_callbacks_WriteOnce
  \/ provider_Settle
  \/ unregister_callbacks_SynchronizeRcuBegin
  \/ unregister_callbacks_SynchronizeRcuEnd
  \/ provider_TearDown
  \/ register_callbacks_PlainStore
  \/ register_callbacks_LateStore

\* The thread has begun and is not held up: one of these steps can be taken.
provider_CanGoOn ==
  /\ provider.at \notin {"initialise", "registered"}
  /\ provider_MayStep
  /\ provider.at = "grace period" => awaited = {}

-----------------------------------------------------------------------------
(* sample(): an NMI handler, and as such one read-side section.            *)

\* strategy.c:37   struct callbacks *cbs = READ_ONCE(perf_guest_cbs);
\* strategy.c:39   if (cbs)
sample_ReadOnce(c) ==
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
  /\ UNCHANGED <<perf_guest_cbs, callbacks_get_ip, life, provider, awaited,
                 retired>>

\* strategy.c:40   cbs->get_ip();
sample_Call_get_ip(c) ==
  /\ Running
  /\ sample[c].at = "call get_ip"
  /\ sample' = [sample EXCEPT
                ![c].at = "in get_ip",
                ![c].cbs = NULL,
                ![c].inside = sample[c].cbs]
  /\ faults' = faults \cup SlotMisuse(sample[c].cbs, callbacks_get_ip)
  /\ UNCHANGED <<perf_guest_cbs, callbacks_get_ip, life, provider, awaited,
                 retired>>

\* strategy.c:40   cbs->get_ip();   (the callback returns)
sample_Return_get_ip(c) ==
  /\ Running
  /\ sample[c].at = "in get_ip"
  /\ awaited' = awaited \ {c}
  /\ sample' = [sample EXCEPT ![c] = sample_Idle]
  /\ UNCHANGED <<perf_guest_cbs, callbacks_get_ip, life, provider, retired,
                 faults>>

sample_Begins(c) ==
  sample_ReadOnce(c)

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
  /\ <>[]~provider_CanGoOn \/ []<><<provider_GoesOn>>_vars
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
        provider.at \in {"synchronize_rcu", "grace period"}
  IN  []<>~(Unregistering /\ Running)

THEOREM Spec => []TypeOK

Symmetry == Permutations(CPUs)
=============================================================================

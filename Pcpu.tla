-------------------------------- MODULE Pcpu --------------------------------
(***************************************************************************)
(* pcpu                                                                    *)
(*                                                                         *)
(* Memory model: sc                                                        *)
(* Bounds: 2 CPUs, 2 objects (in the configurations)                       *)
(* Generated from /tmp/w/own/pcpu.c by quiesce; edit that file, not this   *)
(* one.                                                                    *)
(*                                                                         *)
(* Check it:  quiesce check pcpu                                           *)
(*       or:  java -cp tla2tools.jar tlc2.TLC Pcpu                         *)
(*      and:  java -cp tla2tools.jar tlc2.TLC \                            *)
(*              -config Pcpu_liveness.cfg Pcpu                             *)
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
  hook_slots_ops, \* per CPU: struct hook_ops *hook_slots.ops
  hook_slots_data, \* per CPU: void *hook_slots.data
  life,           \* of each object: "raw", then "live", then "torn down"
  provider,       \* the module that registers: where it is, and its object
  hook_run,       \* hook_run() on each CPU: where it is, and its locals
  awaited,        \* the read-side sections that the grace period waits for
  retired,        \* objects whose grace period has elapsed: no state shows it
  faults          \* what has gone wrong: no later state shows it

vars ==
  <<hook_slots_ops, hook_slots_data, life, provider, hook_run, awaited,
    retired, faults>>

\* What is wrong with using the object that a pointer points to.
Misuse(o) ==
  IF o = NULL THEN {"NULL dereference"}
  ELSE IF life[o] = "raw" THEN {"use before initialisation"}
  ELSE IF life[o] = "torn down" THEN {"use after teardown"}
  ELSE {}

provider_Idle ==
  [at |-> "initialise",
   cpu_left |-> NULL,
   index |-> NULL,
   index_2 |-> NULL,
   obj |-> NULL]

hook_run_Idle == [at |-> "idle", ops |-> NULL, inside |-> NULL]

\* What holds of the variables in every state.
TypeOK ==
  /\ hook_slots_ops \in [CPUs -> Objects \cup {NULL}]
  /\ hook_slots_data \in [CPUs -> {NULL}]
  /\ life \in [Objects -> {"raw", "live", "torn down"}]
  /\ provider \in [at : {"initialise", "store hook_slots.data",
                         "store hook_slots.ops", "registered",
                         "store hook_slots.ops (2)", "synchronize_rcu",
                         "grace period", "tear down"},
                   cpu_left : {NULL} \cup (SUBSET CPUs),
                   index : CPUs \cup {NULL},
                   index_2 : CPUs \cup {NULL},
                   obj : Objects \cup {NULL}]
  /\ hook_run \in [CPUs
                   -> [at : {"idle", "load hook_slots.data", "call run",
                             "in run"},
                       ops : Objects \cup {NULL},
                       inside : Objects \cup {NULL}]]
  /\ awaited \in SUBSET CPUs
  /\ retired \subseteq Objects
  /\ faults \subseteq {"NULL dereference", "use before initialisation",
                       "use after teardown", "stale pointer"}

Init ==
  /\ hook_slots_ops = [c \in CPUs |-> NULL]
  /\ hook_slots_data = [c \in CPUs |-> NULL]
  /\ life = [o \in Objects |-> "raw"]
  /\ provider = provider_Idle
  /\ hook_run = [c \in CPUs |-> hook_run_Idle]
  /\ awaited = {}
  /\ retired = {}
  /\ faults = {}

-----------------------------------------------------------------------------
\* An oops ends the run.
Running ==
  faults \cap {"NULL dereference", "use before initialisation",
               "use after teardown"} = {}

\* What runs on CPU c is held up until the handler returns.
Interrupted(c) == hook_run[c].at # "idle"

\* A task can be put on CPU c.
Available(c) == ~Interrupted(c)

NextObject == CHOOSE o \in Objects : life[o] = "raw"

\* A reader is inside a callback of the object.
InUse(o) ==
  \E c \in CPUs : hook_run[c].inside = o

\* After the grace period no reader must find the old object.
Stale(o) == IF o \in retired THEN {"stale pointer"} ELSE {}

\* The read-side sections in progress.
Sections == {c \in CPUs : hook_run[c].at # "idle"}

-----------------------------------------------------------------------------
(* The provider: initialises an object, registers it, unregisters it,      *)
(* tears it down, and again with the next one.                             *)

provider_MayStep ==
  /\ Running
  /\ \E c \in CPUs : Available(c)

\* The provider initialises its next object.
\* pcpu.c:21   for_each_possible_cpu(cpu) {
\* pcpu.c:22   struct hook_slot *slot = per_cpu_ptr(&hook_slots, cpu);
provider_Initialise ==
  /\ provider_MayStep
  /\ provider.at = "initialise"
  /\ \E o \in Objects : life[o] = "raw"
  /\ life' = [life EXCEPT ![NextObject] = "live"]
  /\ \/ \E cpu \in CPUs :
          provider' = [provider EXCEPT
                       !.at = "store hook_slots.data",
                       !.cpu_left = CPUs \ {cpu},
                       !.index = cpu,
                       !.obj = NextObject]
     \/ /\ CPUs = {}
        /\ provider' = [provider EXCEPT
                        !.at = "registered",
                        !.obj = NextObject]
  /\ UNCHANGED <<hook_slots_ops, hook_slots_data, hook_run, awaited, retired,
                 faults>>

\* pcpu.c:24   slot->data = data;
hook_add_PlainStore ==
  /\ provider_MayStep
  /\ provider.at = "store hook_slots.data"
  /\ hook_slots_data' = [hook_slots_data EXCEPT ![provider.index] = NULL]
  /\ provider' = [provider EXCEPT !.at = "store hook_slots.ops"]
  /\ UNCHANGED <<hook_slots_ops, life, hook_run, awaited, retired, faults>>

\* pcpu.c:21   for_each_possible_cpu(cpu) {
\* pcpu.c:22   struct hook_slot *slot = per_cpu_ptr(&hook_slots, cpu);
\* pcpu.c:25   rcu_assign_pointer(slot->ops, ops);
hook_add_RcuAssignPointer ==
  /\ provider_MayStep
  /\ provider.at = "store hook_slots.ops"
  /\ hook_slots_ops' = [hook_slots_ops EXCEPT ![provider.index] = provider.obj]
  /\ \/ \E cpu \in provider.cpu_left :
          provider' = [provider EXCEPT
                       !.at = "store hook_slots.data",
                       !.cpu_left = provider.cpu_left \ {cpu},
                       !.index = cpu]
     \/ /\ provider.cpu_left = {}
        /\ provider' = [provider EXCEPT
                        !.at = "registered",
                        !.cpu_left = NULL,
                        !.index = NULL]
  /\ UNCHANGED <<hook_slots_data, life, hook_run, awaited, retired, faults>>

\* Registered; unregistering may begin.
\* pcpu.c:33   for_each_possible_cpu(cpu)
\* pcpu.c:34   RCU_INIT_POINTER(per_cpu(hook_slots, cpu).ops, NULL);
provider_BeginUnregister ==
  /\ provider_MayStep
  /\ provider.at = "registered"
  /\ \/ \E cpu \in CPUs :
          provider' = [provider EXCEPT
                       !.at = "store hook_slots.ops (2)",
                       !.cpu_left = CPUs \ {cpu},
                       !.index_2 = cpu]
     \/ /\ CPUs = {}
        /\ provider' = [provider EXCEPT !.at = "synchronize_rcu"]
  /\ UNCHANGED <<hook_slots_ops, hook_slots_data, life, hook_run, awaited,
                 retired, faults>>

\* pcpu.c:33   for_each_possible_cpu(cpu)
\* pcpu.c:34   RCU_INIT_POINTER(per_cpu(hook_slots, cpu).ops, NULL);
hook_del_WriteOnce ==
  /\ provider_MayStep
  /\ provider.at = "store hook_slots.ops (2)"
  /\ hook_slots_ops' = [hook_slots_ops EXCEPT ![provider.index_2] = NULL]
  /\ \/ \E cpu \in provider.cpu_left :
          provider' = [provider EXCEPT
                       !.cpu_left = provider.cpu_left \ {cpu},
                       !.index_2 = cpu]
     \/ /\ provider.cpu_left = {}
        /\ provider' = [provider EXCEPT
                        !.at = "synchronize_rcu",
                        !.cpu_left = NULL,
                        !.index_2 = NULL]
  /\ UNCHANGED <<hook_slots_data, life, hook_run, awaited, retired, faults>>

\* pcpu.c:35   synchronize_rcu();
hook_del_SynchronizeRcuBegin ==
  /\ provider_MayStep
  /\ provider.at = "synchronize_rcu"
  /\ awaited' = Sections
  /\ provider' = [provider EXCEPT !.at = "grace period"]
  /\ UNCHANGED <<hook_slots_ops, hook_slots_data, life, hook_run, retired,
                 faults>>

\* pcpu.c:35   synchronize_rcu();   (returns)
hook_del_SynchronizeRcuEnd ==
  /\ provider_MayStep
  /\ provider.at = "grace period"
  /\ awaited = {}
  /\ retired' = retired \cup {provider.obj}
  /\ provider' = [provider EXCEPT !.at = "tear down"]
  /\ UNCHANGED <<hook_slots_ops, hook_slots_data, life, hook_run, awaited,
                 faults>>

\* Unregistered: the object and the module's text are freed.
provider_TearDown ==
  /\ provider_MayStep
  /\ provider.at = "tear down"
  /\ life' = [life EXCEPT ![provider.obj] = "torn down"]
  /\ provider' = [provider EXCEPT !.at = "initialise", !.obj = NULL]
  /\ faults' = faults \cup (IF InUse(provider.obj) THEN {"use after teardown"}
                            ELSE {})
  /\ UNCHANGED <<hook_slots_ops, hook_slots_data, hook_run, awaited, retired>>

provider_Begins ==
  \/ provider_Initialise
  \/ provider_BeginUnregister

provider_GoesOn ==
  \/ hook_add_PlainStore
  \/ hook_add_RcuAssignPointer
  \/ hook_del_WriteOnce
  \/ hook_del_SynchronizeRcuBegin
  \/ hook_del_SynchronizeRcuEnd
  \/ provider_TearDown

\* The thread has begun and is not held up: one of these steps can be taken.
provider_CanGoOn ==
  /\ provider.at \notin {"initialise", "registered"}
  /\ provider_MayStep
  /\ provider.at = "grace period" => awaited = {}

-----------------------------------------------------------------------------
(* hook_run(): an interrupt handler, and as such one read-side section.    *)

\* pcpu.c:43   rcu_read_lock();
\* pcpu.c:44   ops = rcu_dereference(slot->ops);
\* pcpu.c:45   if (ops)
\* pcpu.c:47   rcu_read_unlock();
hook_run_RcuDereference(c) ==
  /\ Running
  /\ hook_run[c].at = "idle"
  /\ \/ /\ hook_slots_ops[c] # NULL
        /\ hook_run' = [hook_run EXCEPT
                        ![c].at = "load hook_slots.data",
                        ![c].ops = hook_slots_ops[c]]
        /\ faults' = faults \cup Stale(hook_slots_ops[c])
     \/ /\ hook_slots_ops[c] = NULL
        /\ hook_run' = [hook_run EXCEPT ![c] = hook_run_Idle]
        /\ UNCHANGED faults
  /\ UNCHANGED <<hook_slots_ops, hook_slots_data, life, provider, awaited,
                 retired>>

\* pcpu.c:46   ops->run(slot->data, flags);
hook_run_PlainLoad(c) ==
  /\ Running
  /\ hook_run[c].at = "load hook_slots.data"
  /\ hook_run' = [hook_run EXCEPT ![c].at = "call run"]
  /\ UNCHANGED <<hook_slots_ops, hook_slots_data, life, provider, awaited,
                 retired, faults>>

\* pcpu.c:46   ops->run(slot->data, flags);
hook_run_Call_run(c) ==
  /\ Running
  /\ hook_run[c].at = "call run"
  /\ hook_run' = [hook_run EXCEPT
                  ![c].at = "in run",
                  ![c].ops = NULL,
                  ![c].inside = hook_run[c].ops]
  /\ faults' = faults \cup Misuse(hook_run[c].ops)
  /\ UNCHANGED <<hook_slots_ops, hook_slots_data, life, provider, awaited,
                 retired>>

\* pcpu.c:46   ops->run(slot->data, flags);   (the callback returns)
\* pcpu.c:47   rcu_read_unlock();
hook_run_Return_run(c) ==
  /\ Running
  /\ hook_run[c].at = "in run"
  /\ awaited' = awaited \ {c}
  /\ hook_run' = [hook_run EXCEPT ![c] = hook_run_Idle]
  /\ UNCHANGED <<hook_slots_ops, hook_slots_data, life, provider, retired,
                 faults>>

hook_run_Begins(c) ==
  hook_run_RcuDereference(c)

hook_run_GoesOn(c) ==
  \/ hook_run_PlainLoad(c)
  \/ hook_run_Call_run(c)
  \/ hook_run_Return_run(c)

\* The thread has begun and is not held up: one of these steps can be taken.
hook_run_CanGoOn(c) ==
  /\ hook_run[c].at # "idle"
  /\ Running

\* The thread, having begun, takes a step: no other thread changes its
\* position.
hook_run_Moves(c) ==
  /\ hook_run[c].at # "idle"
  /\ hook_run[c]' # hook_run[c]

-----------------------------------------------------------------------------
Next ==
  \/ provider_Begins \/ provider_GoesOn
  \/ \E c \in CPUs : hook_run_Begins(c) \/ hook_run_GoesOn(c)

Spec == Init /\ [][Next]_vars

\* A thread that has begun and can continue does so eventually. No thread is
\* required to start.
Fairness ==
  /\ SF_vars(provider_GoesOn)
  /\ \A c \in CPUs : WF_vars(hook_run_GoesOn(c))

\* The same by its definition, with what ENABLED is: TLC is slow to evaluate
\* that. The configuration substitutes this for Fairness.
FairnessForTLC ==
  /\ <>[]~provider_CanGoOn \/ []<><<provider_GoesOn>>_vars
  /\ \A c \in CPUs :
       []<>~hook_run_CanGoOn(c) \/ []<><<hook_run_Moves(c)>>_vars

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
        \A c \in CPUs : o \notin {hook_run[c].ops, hook_run[c].inside}

\* Nothing waits for something that can never come.
NoDeadlock ==
  LET Begun ==
        \/ provider.at \notin {"initialise", "registered"}
        \/ \E c \in CPUs : hook_run[c].at # "idle"
      CanGoOn ==
        \/ provider_CanGoOn
        \/ \E c \in CPUs : hook_run_CanGoOn(c)
  IN  Running /\ Begun => CanGoOn

\* An unregistration that has begun returns. (No thread stays in it for ever.
\* TLC would need a tableau for the same with ~>.)
UnregisterCompletes ==
  LET Unregistering ==
        provider.at \in {"store hook_slots.ops (2)", "synchronize_rcu",
                        "grace period"}
  IN  []<>~(Unregistering /\ Running)

THEOREM Spec => []TypeOK

Symmetry == Permutations(CPUs)
=============================================================================

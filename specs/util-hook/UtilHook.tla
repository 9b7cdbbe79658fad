------------------------------ MODULE UtilHook ------------------------------
(***************************************************************************)
(* util-hook                                                               *)
(* a governor's hook on each CPU: all removed, then one grace period       *)
(*                                                                         *)
(* May the governor be unloaded when it has removed its hooks?             *)
(*                                                                         *)
(* Source: kernel/sched/cpufreq.c, on cpufreq_remove_update_util_hook()    *)
(* Memory model: sc                                                        *)
(* Bounds: 2 CPUs, 2 objects (in the configurations)                       *)
(* Generated from specs/util-hook/strategy.c by quiesce; edit that file,   *)
(* not this one.                                                           *)
(*                                                                         *)
(* Check it:  quiesce check util-hook                                      *)
(*       or:  java -cp tla2tools.jar tlc2.TLC UtilHook                     *)
(*      and:  java -cp tla2tools.jar tlc2.TLC \                            *)
(*              -config UtilHook_liveness.cfg UtilHook                     *)
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
  \* per CPU: struct update_util_data *cpufreq_update_util_data
  cpufreq_update_util_data,
  life,           \* of each object: "raw", then "live", then "torn down"
  provider,       \* the module that registers: where it is, and its object
  \* cpufreq_update_util() on each CPU: where it is, and its locals
  cpufreq_update_util,
  awaited,        \* the read-side sections that the grace period waits for
  retired,        \* objects whose grace period has elapsed: no state shows it
  faults          \* what has gone wrong: no later state shows it

vars ==
  <<cpufreq_update_util_data, life, provider, cpufreq_update_util, awaited,
    retired, faults>>

\* What is wrong with using the object that a pointer points to.
Misuse(o) ==
  IF o = NULL THEN {"NULL dereference"}
  ELSE IF life[o] = "raw" THEN {"use before initialisation"}
  ELSE IF life[o] = "torn down" THEN {"use after teardown"}
  ELSE {}

provider_Idle ==
  [at |-> "initialise", cpu_2 |-> NULL, cpu_left |-> NULL, obj |-> NULL]

cpufreq_update_util_Idle == [at |-> "idle", data |-> NULL, inside |-> NULL]

\* What holds of the variables in every state.
TypeOK ==
  /\ cpufreq_update_util_data \in [CPUs -> Objects \cup {NULL}]
  /\ life \in [Objects -> {"raw", "live", "torn down"}]
  /\ provider \in [at : {"initialise", "store cpufreq_update_util_data",
                         "registered", "store cpufreq_update_util_data (2)",
                         "synchronize_rcu", "grace period", "tear down"},
                   cpu_2 : CPUs \cup {NULL},
                   cpu_left : {NULL} \cup (SUBSET CPUs),
                   obj : Objects \cup {NULL}]
  /\ cpufreq_update_util \in [CPUs
                              -> [at : {"idle", "call func", "in func"},
                                  data : Objects \cup {NULL},
                                  inside : Objects \cup {NULL}]]
  /\ awaited \in SUBSET CPUs
  /\ retired \subseteq Objects
  /\ faults \subseteq {"NULL dereference", "use before initialisation",
                       "use after teardown", "stale pointer"}

Init ==
  /\ cpufreq_update_util_data = [c \in CPUs |-> NULL]
  /\ life = [o \in Objects |-> "raw"]
  /\ provider = provider_Idle
  /\ cpufreq_update_util = [c \in CPUs |-> cpufreq_update_util_Idle]
  /\ awaited = {}
  /\ retired = {}
  /\ faults = {}

-----------------------------------------------------------------------------
\* An oops ends the run.
Running ==
  faults \cap {"NULL dereference", "use before initialisation",
               "use after teardown"} = {}

\* What runs on CPU c is held up until the handler returns.
Interrupted(c) == cpufreq_update_util[c].at # "idle"

\* A task can be put on CPU c.
Available(c) == ~Interrupted(c)

NextObject == CHOOSE o \in Objects : life[o] = "raw"

\* A reader is inside a callback of the object.
InUse(o) ==
  \E c \in CPUs : cpufreq_update_util[c].inside = o

\* After the grace period no reader must find the old object.
Stale(o) == IF o \in retired THEN {"stale pointer"} ELSE {}

\* The read-side sections in progress.
Sections == {c \in CPUs : cpufreq_update_util[c].at # "idle"}

-----------------------------------------------------------------------------
(* The provider: initialises an object, registers it, unregisters it,      *)
(* tears it down, and again with the next one.                             *)

provider_MayStep ==
  /\ Running
  /\ \E c \in CPUs : Available(c)

\* The provider initialises its next object.
\* strategy.c:23   for_each_possible_cpu(cpu)
provider_Initialise ==
  /\ provider_MayStep
  /\ provider.at = "initialise"
  /\ \E o \in Objects : life[o] = "raw"
  /\ life' = [life EXCEPT ![NextObject] = "live"]
  /\ \/ \E cpu \in CPUs :
          provider' = [provider EXCEPT
                       !.at = "store cpufreq_update_util_data",
                       !.cpu_2 = cpu,
                       !.cpu_left = CPUs \ {cpu},
                       !.obj = NextObject]
     \/ /\ CPUs = {}
        /\ provider' = [provider EXCEPT
                        !.at = "registered",
                        !.obj = NextObject]
  /\ UNCHANGED <<cpufreq_update_util_data, cpufreq_update_util, awaited,
                 retired, faults>>

\* strategy.c:23   for_each_possible_cpu(cpu)
\* strategy.c:24   rcu_assign_pointer(per_cpu(cpufreq_update_util_data, cpu),
\*                 data);
sugov_start_RcuAssignPointer ==
  /\ provider_MayStep
  /\ provider.at = "store cpufreq_update_util_data"
  /\ cpufreq_update_util_data' = [cpufreq_update_util_data EXCEPT
                                  ![provider.cpu_2] = provider.obj]
  /\ \/ \E cpu \in provider.cpu_left :
          provider' = [provider EXCEPT
                       !.cpu_2 = cpu,
                       !.cpu_left = provider.cpu_left \ {cpu}]
     \/ /\ provider.cpu_left = {}
        /\ provider' = [provider EXCEPT
                        !.at = "registered",
                        !.cpu_2 = NULL,
                        !.cpu_left = NULL]
  /\ UNCHANGED <<life, cpufreq_update_util, awaited, retired, faults>>

\* Registered; unregistering may begin.
\* strategy.c:31   for_each_possible_cpu(cpu)
provider_BeginUnregister ==
  /\ provider_MayStep
  /\ provider.at = "registered"
  /\ \/ \E cpu \in CPUs :
          provider' = [provider EXCEPT
                       !.at = "store cpufreq_update_util_data (2)",
                       !.cpu_2 = cpu,
                       !.cpu_left = CPUs \ {cpu}]
     \/ /\ CPUs = {}
        /\ provider' = [provider EXCEPT !.at = "synchronize_rcu"]
  /\ UNCHANGED <<cpufreq_update_util_data, life, cpufreq_update_util, awaited,
                 retired, faults>>

\* strategy.c:31   for_each_possible_cpu(cpu)
\* strategy.c:32   rcu_assign_pointer(per_cpu(cpufreq_update_util_data, cpu),
\*                 NULL);
sugov_stop_RcuAssignPointer ==
  /\ provider_MayStep
  /\ provider.at = "store cpufreq_update_util_data (2)"
  /\ cpufreq_update_util_data' = [cpufreq_update_util_data EXCEPT
                                  ![provider.cpu_2] = NULL]
  /\ \/ \E cpu \in provider.cpu_left :
          provider' = [provider EXCEPT
                       !.cpu_2 = cpu,
                       !.cpu_left = provider.cpu_left \ {cpu}]
     \/ /\ provider.cpu_left = {}
        /\ provider' = [provider EXCEPT
                        !.at = "synchronize_rcu",
                        !.cpu_2 = NULL,
                        !.cpu_left = NULL]
  /\ UNCHANGED <<life, cpufreq_update_util, awaited, retired, faults>>

\* strategy.c:33   synchronize_rcu();
sugov_stop_SynchronizeRcuBegin ==
  /\ provider_MayStep
  /\ provider.at = "synchronize_rcu"
  /\ awaited' = Sections
  /\ provider' = [provider EXCEPT !.at = "grace period"]
  /\ UNCHANGED <<cpufreq_update_util_data, life, cpufreq_update_util, retired,
                 faults>>

\* strategy.c:33   synchronize_rcu();   (returns)
sugov_stop_SynchronizeRcuEnd ==
  /\ provider_MayStep
  /\ provider.at = "grace period"
  /\ awaited = {}
  /\ retired' = retired \cup {provider.obj}
  /\ provider' = [provider EXCEPT !.at = "tear down"]
  /\ UNCHANGED <<cpufreq_update_util_data, life, cpufreq_update_util, awaited,
                 faults>>

\* Unregistered: the object and the module's text are freed.
provider_TearDown ==
  /\ provider_MayStep
  /\ provider.at = "tear down"
  /\ life' = [life EXCEPT ![provider.obj] = "torn down"]
  /\ provider' = [provider EXCEPT !.at = "initialise", !.obj = NULL]
  /\ faults' = faults \cup (IF InUse(provider.obj) THEN {"use after teardown"}
                            ELSE {})
  /\ UNCHANGED <<cpufreq_update_util_data, cpufreq_update_util, awaited,
                 retired>>

provider_Begins ==
  \/ provider_Initialise
  \/ provider_BeginUnregister

provider_GoesOn ==
  \/ sugov_start_RcuAssignPointer
  \/ sugov_stop_RcuAssignPointer
  \/ sugov_stop_SynchronizeRcuBegin
  \/ sugov_stop_SynchronizeRcuEnd
  \/ provider_TearDown

\* The thread has begun and is not held up: one of these steps can be taken.
provider_CanGoOn ==
  /\ provider.at \notin {"initialise", "registered"}
  /\ provider_MayStep
  /\ provider.at = "grace period" => awaited = {}

-----------------------------------------------------------------------------
(* cpufreq_update_util(): an interrupt handler, and as such one read-side  *)
(* section.                                                                *)

\* strategy.c:41   data = rcu_dereference_sched(
\*                 *this_cpu_ptr(&cpufreq_update_util_data));
\* strategy.c:42   if (data)
cpufreq_update_util_RcuDereference(c) ==
  /\ Running
  /\ cpufreq_update_util[c].at = "idle"
  /\ \/ /\ cpufreq_update_util_data[c] # NULL
        /\ cpufreq_update_util' = [cpufreq_update_util EXCEPT
                                   ![c].at = "call func",
                                   ![c].data = cpufreq_update_util_data[c]]
        /\ faults' = faults \cup Stale(cpufreq_update_util_data[c])
     \/ /\ cpufreq_update_util_data[c] = NULL
        /\ cpufreq_update_util' = [cpufreq_update_util EXCEPT
                                   ![c] = cpufreq_update_util_Idle]
        /\ UNCHANGED faults
  /\ UNCHANGED <<cpufreq_update_util_data, life, provider, awaited, retired>>

\* strategy.c:43   data->func(data);
cpufreq_update_util_Call_func(c) ==
  /\ Running
  /\ cpufreq_update_util[c].at = "call func"
  /\ cpufreq_update_util' = [cpufreq_update_util EXCEPT
                             ![c].at = "in func",
                             ![c].data = NULL,
                             ![c].inside = cpufreq_update_util[c].data]
  /\ faults' = faults \cup Misuse(cpufreq_update_util[c].data)
  /\ UNCHANGED <<cpufreq_update_util_data, life, provider, awaited, retired>>

\* strategy.c:43   data->func(data);   (the callback returns)
cpufreq_update_util_Return_func(c) ==
  /\ Running
  /\ cpufreq_update_util[c].at = "in func"
  /\ awaited' = awaited \ {c}
  /\ cpufreq_update_util' = [cpufreq_update_util EXCEPT
                             ![c] = cpufreq_update_util_Idle]
  /\ UNCHANGED <<cpufreq_update_util_data, life, provider, retired, faults>>

cpufreq_update_util_Begins(c) ==
  cpufreq_update_util_RcuDereference(c)

cpufreq_update_util_GoesOn(c) ==
  \/ cpufreq_update_util_Call_func(c)
  \/ cpufreq_update_util_Return_func(c)

\* The thread has begun and is not held up: one of these steps can be taken.
cpufreq_update_util_CanGoOn(c) ==
  /\ cpufreq_update_util[c].at # "idle"
  /\ Running

\* The thread, having begun, takes a step: no other thread changes its
\* position.
cpufreq_update_util_Moves(c) ==
  /\ cpufreq_update_util[c].at # "idle"
  /\ cpufreq_update_util[c]' # cpufreq_update_util[c]

-----------------------------------------------------------------------------
Next ==
  \/ provider_Begins
  \/ provider_GoesOn
  \/ \E c \in CPUs :
       cpufreq_update_util_Begins(c) \/ cpufreq_update_util_GoesOn(c)

Spec == Init /\ [][Next]_vars

\* A thread that has begun and can continue does so eventually. No thread is
\* required to start.
Fairness ==
  /\ SF_vars(provider_GoesOn)
  /\ \A c \in CPUs : WF_vars(cpufreq_update_util_GoesOn(c))

\* The same by its definition, with what ENABLED is: TLC is slow to evaluate
\* that. The configuration substitutes this for Fairness.
FairnessForTLC ==
  /\ <>[]~provider_CanGoOn \/ []<><<provider_GoesOn>>_vars
  /\ \A c \in CPUs :
       \/ []<>~cpufreq_update_util_CanGoOn(c)
       \/ []<><<cpufreq_update_util_Moves(c)>>_vars

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
        \A c \in CPUs : o \notin {cpufreq_update_util[c].data,
                                cpufreq_update_util[c].inside}

\* Nothing waits for something that can never come.
NoDeadlock ==
  LET Begun ==
        \/ provider.at \notin {"initialise", "registered"}
        \/ \E c \in CPUs : cpufreq_update_util[c].at # "idle"
      CanGoOn ==
        \/ provider_CanGoOn
        \/ \E c \in CPUs : cpufreq_update_util_CanGoOn(c)
  IN  Running /\ Begun => CanGoOn

\* An unregistration that has begun returns. (No thread stays in it for ever.
\* TLC would need a tableau for the same with ~>.)
UnregisterCompletes ==
  LET Unregistering ==
        provider.at \in {"store cpufreq_update_util_data (2)",
                        "synchronize_rcu", "grace period"}
  IN  []<>~(Unregistering /\ Running)

THEOREM Spec => []TypeOK

Symmetry == Permutations(CPUs)
=============================================================================

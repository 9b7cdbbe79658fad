-------------------------- MODULE PerCpuBroadcast --------------------------
(***************************************************************************)
(* per-cpu-broadcast                                                       *)
(* one pointer for each CPU, all written by the one that registers         *)
(*                                                                         *)
(* Does a pointer for each CPU help as long as one CPU writes them all?    *)
(*                                                                         *)
(* Source: PATCH 05/15 "perf: Track guest callbacks on a per-CPU basis",   *)
(* as posted                                                               *)
(* Memory model: sc                                                        *)
(* Bounds: 2 CPUs, 2 objects (in the configurations)                       *)
(* Generated from specs/per-cpu-broadcast/strategy.c by quiesce; edit that *)
(* file, not this one.                                                     *)
(*                                                                         *)
(* Check it:  quiesce check per-cpu-broadcast                              *)
(*       or:  java -cp tla2tools.jar tlc2.TLC PerCpuBroadcast              *)
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
  perf_guest_cbs, \* per CPU: struct callbacks *perf_guest_cbs
  life,           \* of each object: "raw", then "live", then "torn down"
  provider,       \* the module that registers: where it is, and its object
  sample,         \* sample() on each CPU: where it is, and its locals
  faults          \* what has gone wrong: no later state shows it

vars ==
  <<perf_guest_cbs, life, provider, sample, faults>>

\* What is wrong with using the object that a pointer points to.
Misuse(o) ==
  IF o = NULL THEN {"NULL dereference"}
  ELSE IF life[o] = "raw" THEN {"use before initialisation"}
  ELSE IF life[o] = "torn down" THEN {"use after teardown"}
  ELSE {}

provider_Idle ==
  [at |-> "initialise",
   cpu_2 |-> NULL,
   cpu_left |-> NULL,
   late_1 |-> FALSE,
   late_1_operand |-> NULL,
   late_1_value |-> NULL,
   late_2 |-> FALSE,
   late_2_operand |-> NULL,
   late_2_value |-> NULL,
   obj |-> NULL]

sample_Idle == [at |-> "idle", cbs |-> NULL, inside |-> NULL, uses |-> NULL]

\* What holds of the variables in every state.
TypeOK ==
  /\ perf_guest_cbs \in [CPUs -> Objects \cup {NULL}]
  /\ life \in [Objects -> {"raw", "live", "torn down"}]
  /\ provider \in [at : {"initialise", "settle", "registered", "tear down",
                         "store perf_guest_cbs", "settle (2)",
                         "store perf_guest_cbs (2)", "settle (3)"},
                   cpu_2 : CPUs \cup {NULL},
                   cpu_left : {NULL} \cup (SUBSET CPUs),
                   late_1 : BOOLEAN,
                   late_1_operand : CPUs \cup {NULL},
                   late_1_value : Objects \cup {NULL},
                   late_2 : BOOLEAN,
                   late_2_operand : CPUs \cup {NULL},
                   late_2_value : {NULL},
                   obj : Objects \cup {NULL}]
  /\ sample \in [CPUs
                 -> [at : {"idle", "call is_in_guest", "in is_in_guest",
                           "call get_ip", "in get_ip"},
                     cbs : Objects \cup {NULL},
                     inside : Objects \cup {NULL},
                     uses : Objects \cup {NULL}]]
  /\ faults \subseteq {"NULL dereference", "use before initialisation",
                       "use after teardown", "torn snapshot"}

Init ==
  /\ perf_guest_cbs = [c \in CPUs |-> NULL]
  /\ life = [o \in Objects |-> "raw"]
  /\ provider = provider_Idle
  /\ sample = [c \in CPUs |-> sample_Idle]
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

\* One run of a reader must not mix two registrations. A call of NULL is a
\* fault of its own.
Torn(before, now) ==
  IF before = NULL \/ now \in {NULL, before} THEN {} ELSE {"torn snapshot"}

-----------------------------------------------------------------------------
(* The provider: initialises an object, registers it, unregisters it,      *)
(* tears it down, and again with the next one.                             *)

provider_MayStep ==
  /\ Running
  /\ \E c \in CPUs : Available(c)

\* The provider initialises its next object.
\* strategy.c:27   for_each_possible_cpu(cpu)
\* strategy.c:28   per_cpu(perf_guest_cbs, cpu) = cbs;
provider_Initialise ==
  /\ provider_MayStep
  /\ provider.at = "initialise"
  /\ \E o \in Objects : life[o] = "raw"
  /\ life' = [life EXCEPT ![NextObject] = "live"]
  /\ \/ \E cpu \in CPUs :
          provider' = [provider EXCEPT
                       !.at = "store perf_guest_cbs",
                       !.cpu_2 = cpu,
                       !.cpu_left = CPUs \ {cpu},
                       !.obj = NextObject]
     \/ \E cpu \in CPUs :
          provider' = [provider EXCEPT
                       !.at = "settle (2)",
                       !.cpu_2 = cpu,
                       !.cpu_left = CPUs \ {cpu},
                       !.obj = NextObject]
     \/ /\ CPUs = {}
        /\ provider' = [provider EXCEPT !.at = "settle", !.obj = NextObject]
  /\ UNCHANGED <<perf_guest_cbs, sample, faults>>

\* The provider continues.
provider_Settle ==
  /\ provider_MayStep
  /\ provider.at = "settle"
  /\ ~provider.late_1
  /\ provider' = [provider EXCEPT !.at = "registered"]
  /\ UNCHANGED <<perf_guest_cbs, life, sample, faults>>

\* Registered; unregistering may begin.
\* strategy.c:35   for_each_possible_cpu(cpu)
\* strategy.c:36   per_cpu(perf_guest_cbs, cpu) = NULL;
provider_BeginUnregister ==
  /\ provider_MayStep
  /\ provider.at = "registered"
  /\ \/ \E cpu \in CPUs :
          provider' = [provider EXCEPT
                       !.at = "store perf_guest_cbs (2)",
                       !.cpu_2 = cpu,
                       !.cpu_left = CPUs \ {cpu}]
     \/ \E cpu \in CPUs :
          provider' = [provider EXCEPT
                       !.at = "settle (3)",
                       !.cpu_2 = cpu,
                       !.cpu_left = CPUs \ {cpu}]
     \/ /\ CPUs = {}
        /\ provider' = [provider EXCEPT !.at = "tear down"]
  /\ UNCHANGED <<perf_guest_cbs, life, sample, faults>>

\* Unregistered: the object and the module's text are freed.
provider_TearDown ==
  /\ provider_MayStep
  /\ provider.at = "tear down"
  /\ life' = [life EXCEPT ![provider.obj] = "torn down"]
  /\ ~provider.late_2
  /\ provider' = [provider EXCEPT !.at = "initialise", !.obj = NULL]
  /\ faults' = faults \cup (IF InUse(provider.obj) THEN {"use after teardown"}
                            ELSE {})
  /\ UNCHANGED <<perf_guest_cbs, sample>>

\* strategy.c:27   for_each_possible_cpu(cpu)
\* strategy.c:28   per_cpu(perf_guest_cbs, cpu) = cbs;
register_callbacks_PlainStore ==
  /\ provider_MayStep
  /\ provider.at = "store perf_guest_cbs"
  /\ perf_guest_cbs' = [perf_guest_cbs EXCEPT ![provider.cpu_2] = provider.obj]
  /\ \/ \E cpu \in provider.cpu_left :
          /\ ~provider.late_1 \/ provider.late_1_operand # provider.cpu_2
          /\ provider' = [provider EXCEPT
                          !.cpu_2 = cpu,
                          !.cpu_left = provider.cpu_left \ {cpu}]
     \/ \E cpu \in provider.cpu_left :
          /\ ~provider.late_1 \/ provider.late_1_operand # provider.cpu_2
          /\ provider' = [provider EXCEPT
                          !.at = "settle (2)",
                          !.cpu_2 = cpu,
                          !.cpu_left = provider.cpu_left \ {cpu}]
     \/ /\ provider.cpu_left = {}
        /\ ~provider.late_1 \/ provider.late_1_operand # provider.cpu_2
        /\ provider' = [provider EXCEPT
                        !.at = "settle",
                        !.cpu_2 = NULL,
                        !.cpu_left = NULL]
  /\ UNCHANGED <<life, sample, faults>>

\* strategy.c:27   for_each_possible_cpu(cpu)
\* strategy.c:28   per_cpu(perf_guest_cbs, cpu) = cbs;
register_callbacks_Settle ==
  /\ provider_MayStep
  /\ provider.at = "settle (2)"
  /\ \/ \E cpu \in provider.cpu_left :
          /\ ~provider.late_1
          /\ provider' = [provider EXCEPT
                          !.at = "store perf_guest_cbs",
                          !.cpu_2 = cpu,
                          !.cpu_left = provider.cpu_left \ {cpu},
                          !.late_1 = TRUE,
                          !.late_1_operand = provider.cpu_2,
                          !.late_1_value = provider.obj]
     \/ \E cpu \in provider.cpu_left :
          /\ ~provider.late_1
          /\ provider' = [provider EXCEPT
                          !.cpu_2 = cpu,
                          !.cpu_left = provider.cpu_left \ {cpu},
                          !.late_1 = TRUE,
                          !.late_1_operand = provider.cpu_2,
                          !.late_1_value = provider.obj]
     \/ /\ provider.cpu_left = {}
        /\ ~provider.late_1
        /\ provider' = [provider EXCEPT
                        !.at = "settle",
                        !.cpu_2 = NULL,
                        !.cpu_left = NULL,
                        !.late_1 = TRUE,
                        !.late_1_operand = provider.cpu_2,
                        !.late_1_value = provider.obj]
  /\ UNCHANGED <<perf_guest_cbs, life, sample, faults>>

\* strategy.c:35   for_each_possible_cpu(cpu)
\* strategy.c:36   per_cpu(perf_guest_cbs, cpu) = NULL;
unregister_callbacks_PlainStore ==
  /\ provider_MayStep
  /\ provider.at = "store perf_guest_cbs (2)"
  /\ perf_guest_cbs' = [perf_guest_cbs EXCEPT ![provider.cpu_2] = NULL]
  /\ \/ \E cpu \in provider.cpu_left :
          /\ ~provider.late_2 \/ provider.late_2_operand # provider.cpu_2
          /\ provider' = [provider EXCEPT
                          !.cpu_2 = cpu,
                          !.cpu_left = provider.cpu_left \ {cpu}]
     \/ \E cpu \in provider.cpu_left :
          /\ ~provider.late_2 \/ provider.late_2_operand # provider.cpu_2
          /\ provider' = [provider EXCEPT
                          !.at = "settle (3)",
                          !.cpu_2 = cpu,
                          !.cpu_left = provider.cpu_left \ {cpu}]
     \/ /\ provider.cpu_left = {}
        /\ ~provider.late_2 \/ provider.late_2_operand # provider.cpu_2
        /\ provider' = [provider EXCEPT
                        !.at = "tear down",
                        !.cpu_2 = NULL,
                        !.cpu_left = NULL]
  /\ UNCHANGED <<life, sample, faults>>

\* strategy.c:35   for_each_possible_cpu(cpu)
\* strategy.c:36   per_cpu(perf_guest_cbs, cpu) = NULL;
unregister_callbacks_Settle ==
  /\ provider_MayStep
  /\ provider.at = "settle (3)"
  /\ \/ \E cpu \in provider.cpu_left :
          /\ ~provider.late_2
          /\ provider' = [provider EXCEPT
                          !.at = "store perf_guest_cbs (2)",
                          !.cpu_2 = cpu,
                          !.cpu_left = provider.cpu_left \ {cpu},
                          !.late_2 = TRUE,
                          !.late_2_operand = provider.cpu_2,
                          !.late_2_value = NULL]
     \/ \E cpu \in provider.cpu_left :
          /\ ~provider.late_2
          /\ provider' = [provider EXCEPT
                          !.cpu_2 = cpu,
                          !.cpu_left = provider.cpu_left \ {cpu},
                          !.late_2 = TRUE,
                          !.late_2_operand = provider.cpu_2,
                          !.late_2_value = NULL]
     \/ /\ provider.cpu_left = {}
        /\ ~provider.late_2
        /\ provider' = [provider EXCEPT
                        !.at = "tear down",
                        !.cpu_2 = NULL,
                        !.cpu_left = NULL,
                        !.late_2 = TRUE,
                        !.late_2_operand = provider.cpu_2,
                        !.late_2_value = NULL]
  /\ UNCHANGED <<perf_guest_cbs, life, sample, faults>>

\* strategy.c:28   per_cpu(perf_guest_cbs, cpu) = cbs;   (at last: the compiler
\*                 has put it off)
register_callbacks_LateStore ==
  /\ provider_MayStep
  /\ provider.late_1
  /\ perf_guest_cbs' = [perf_guest_cbs EXCEPT
                        ![provider.late_1_operand] = provider.late_1_value]
  /\ provider' = [provider EXCEPT
                  !.late_1 = FALSE,
                  !.late_1_operand = NULL,
                  !.late_1_value = NULL]
  /\ UNCHANGED <<life, sample, faults>>

\* strategy.c:36   per_cpu(perf_guest_cbs, cpu) = NULL;   (at last: the
\*                 compiler has put it off)
unregister_callbacks_LateStore ==
  /\ provider_MayStep
  /\ provider.late_2
  /\ perf_guest_cbs' = [perf_guest_cbs EXCEPT
                        ![provider.late_2_operand] = provider.late_2_value]
  /\ provider' = [provider EXCEPT
                  !.late_2 = FALSE,
                  !.late_2_operand = NULL,
                  !.late_2_value = NULL]
  /\ UNCHANGED <<life, sample, faults>>

provider_Begins ==
  \/ provider_Initialise
  \/ provider_BeginUnregister

provider_GoesOn ==
  \/ provider_Settle
  \/ provider_TearDown
  \/ register_callbacks_PlainStore
  \/ register_callbacks_Settle
  \/ unregister_callbacks_PlainStore
  \/ unregister_callbacks_Settle
  \/ register_callbacks_LateStore
  \/ unregister_callbacks_LateStore

-----------------------------------------------------------------------------
(* sample(): an NMI handler, and as such one read-side section.            *)

\* strategy.c:41   struct callbacks *cbs = this_cpu_read(perf_guest_cbs);
\* strategy.c:43   if (cbs && cbs->is_in_guest())
sample_ThisCpuRead(c) ==
  /\ Running
  /\ sample[c].at = "idle"
  /\ \/ /\ perf_guest_cbs[c] # NULL
        /\ sample' = [sample EXCEPT
                      ![c].at = "call is_in_guest",
                      ![c].cbs = perf_guest_cbs[c]]
     \/ /\ perf_guest_cbs[c] = NULL
        /\ sample' = [sample EXCEPT ![c] = sample_Idle]
  /\ UNCHANGED <<perf_guest_cbs, life, provider, faults>>

\* strategy.c:43   if (cbs && cbs->is_in_guest())
sample_Call_is_in_guest(c) ==
  /\ Running
  /\ sample[c].at = "call is_in_guest"
  /\ sample' = [sample EXCEPT
                ![c].at = "in is_in_guest",
                ![c].uses = sample[c].cbs,
                ![c].inside = sample[c].cbs]
  /\ faults' = faults \cup Misuse(sample[c].cbs)
                      \cup Torn(sample[c].uses, sample[c].cbs)
  /\ UNCHANGED <<perf_guest_cbs, life, provider>>

\* strategy.c:43   if (cbs && cbs->is_in_guest())   (the callback returns)
sample_Return_is_in_guest(c) ==
  /\ Running
  /\ sample[c].at = "in is_in_guest"
  /\ \E result \in BOOLEAN :
       \/ /\ result
          /\ sample' = [sample EXCEPT
                        ![c].at = "call get_ip",
                        ![c].inside = NULL]
       \/ /\ ~result
          /\ sample' = [sample EXCEPT ![c] = sample_Idle]
  /\ UNCHANGED <<perf_guest_cbs, life, provider, faults>>

\* strategy.c:44   cbs->get_ip();
sample_Call_get_ip(c) ==
  /\ Running
  /\ sample[c].at = "call get_ip"
  /\ sample' = [sample EXCEPT
                ![c].at = "in get_ip",
                ![c].cbs = NULL,
                ![c].inside = sample[c].cbs,
                ![c].uses = NULL]
  /\ faults' = faults \cup Misuse(sample[c].cbs)
                      \cup Torn(sample[c].uses, sample[c].cbs)
  /\ UNCHANGED <<perf_guest_cbs, life, provider>>

\* strategy.c:44   cbs->get_ip();   (the callback returns)
sample_Return_get_ip(c) ==
  /\ Running
  /\ sample[c].at = "in get_ip"
  /\ sample' = [sample EXCEPT ![c] = sample_Idle]
  /\ UNCHANGED <<perf_guest_cbs, life, provider, faults>>

sample_Begins(c) ==
  sample_ThisCpuRead(c)

sample_GoesOn(c) ==
  \/ sample_Call_is_in_guest(c)
  \/ sample_Return_is_in_guest(c)
  \/ sample_Call_get_ip(c)
  \/ sample_Return_get_ip(c)

-----------------------------------------------------------------------------
Next ==
  \/ provider_Begins \/ provider_GoesOn
  \/ \E c \in CPUs : sample_Begins(c) \/ sample_GoesOn(c)

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
  LET Gone(o) == life[o] = "torn down"
  IN  \A o \in Objects :
        Gone(o) => (\A c \in CPUs : o \notin {sample[c].cbs, sample[c].inside})

\* One run of a reader uses the callbacks of one registration only, with their
\* data.
ConsistentSnapshot == "torn snapshot" \notin faults

THEOREM Spec => []TypeOK

Symmetry == Permutations(CPUs)
=============================================================================

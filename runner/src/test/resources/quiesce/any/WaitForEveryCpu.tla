-------------------------- MODULE WaitForEveryCpu --------------------------
(***************************************************************************)
(* wait-for-every-cpu                                                      *)
(* unregister waits until no CPU is busy: each look may come at the wrong  *)
(* moment                                                                  *)
(*                                                                         *)
(* Memory model: sc                                                        *)
(* Bounds: any number of CPUs, any number of registrations                 *)
(* Generated from wait-for-every-cpu.c by quiesce; edit that file, not     *)
(* this one.                                                               *)
(*                                                                         *)
(* A crowd is the set of the states that its members are in. It does not   *)
(* say how many are in one: at least one of any number. A member that      *)
(* moves on may leave others behind. So each run of n members is one of    *)
(* these, for every n, and what holds here holds for every n. Not the      *)
(* other way round: what is violated here may hold for a number that is    *)
(* given.                                                                  *)
(* In cpus others always stay behind: a member comes to its end by itself  *)
(* and changes nothing else. Where nobody must be in some state, who is in *)
(* it was one too many, and leaves.                                        *)
(* A CPU that the provider has still to visit, or is at, has a mark;       *)
(* locals hold no CPU.                                                     *)
(*                                                                         *)
(* Objects take turns: one that is torn down, and that nothing refers to,  *)
(* is as good as new. EnoughObjects says that one is always there, so that *)
(* no run has ended for want of one.                                       *)
(*                                                                         *)
(* Check it:  quiesce check wait-for-every-cpu                             *)
(*       or:  java -cp tla2tools.jar tlc2.TLC WaitForEveryCpu              *)
(***************************************************************************)
EXTENDS FiniteSets, Naturals, TLC

CONSTANTS
  Objects,        \* the callback structures, registered one at a time
  NULL

ASSUME
  /\ IsFiniteSet(Objects) /\ Objects # {} /\ NULL \notin Objects

VARIABLES
  ptr,            \* struct callbacks *ptr
  life,           \* of each object: "raw", then "live", then "torn down"
  cpus,           \* the states that CPUs are in
  provider,       \* the module that registers: where it is, and its object
  faults          \* what has gone wrong: no later state shows it

vars ==
  <<ptr, life, cpus, provider, faults>>

\* What is wrong with using the object that a pointer points to.
Misuse(o) ==
  IF o = NULL THEN {"NULL dereference"}
  ELSE IF life[o] = "raw" THEN {"use before initialisation"}
  ELSE IF life[o] = "torn down" THEN {"use after teardown"}
  ELSE {}

provider_Idle == [at |-> "initialise", obj |-> NULL]

sample_Idle == [at |-> "idle", cbs |-> NULL, inside |-> NULL]

cpus_Idle ==
  [sample |-> sample_Idle, cpu_left |-> FALSE, cpu_2 |-> FALSE, busy |-> FALSE]

\* What holds of the variables in every state.
TypeOK ==
  /\ ptr \in Objects \cup {NULL}
  /\ life \in [Objects -> {"raw", "live", "torn down"}]
  /\ provider \in [at : {"initialise", "store ptr", "registered", "next CPU",
                         "load busy", "cpu_relax", "tear down"},
                   obj : Objects \cup {NULL}]
  /\ cpus \subseteq [sample : [at : {"idle", "load ptr", "call f", "in f",
                                     "store busy"},
                               cbs : Objects \cup {NULL},
                               inside : Objects \cup {NULL}],
                     cpu_left : BOOLEAN,
                     cpu_2 : BOOLEAN,
                     busy : BOOLEAN]
  /\ faults \subseteq {"NULL dereference", "use before initialisation",
                       "use after teardown"}

Init ==
  /\ ptr = NULL
  /\ life = [o \in Objects |-> "raw"]
  /\ cpus = {cpus_Idle}
  /\ provider = provider_Idle
  /\ faults = {}

-----------------------------------------------------------------------------
\* An oops ends the run.
Running ==
  faults \cap {"NULL dereference", "use before initialisation",
               "use after teardown"} = {}

\* What runs on CPU c is held up until the handler returns.
Interrupted(c) == c.sample.at # "idle"

\* A task can be put on CPU c.
Available(c) == ~Interrupted(c)

\* Something refers to the object.
Referenced(o) ==
  \/ ptr = o
  \/ o \in {provider.obj}
  \/ \E c \in cpus : o \in {c.sample.cbs, c.sample.inside}

\* The object is new, or as good as new.
Free(o) == life[o] = "raw" \/ (life[o] = "torn down" /\ ~Referenced(o))

NextObject == CHOOSE o \in Objects : Free(o)

\* What may be left of the crowd when a member moves on: another may be in the
\* same state.
cpus_Without(c) ==
  IF c.cpu_2 THEN {cpus \ {c}} ELSE {cpus}

\* A reader is inside a callback of the object.
InUse(o) ==
  \E c \in cpus : c.sample.inside = o

-----------------------------------------------------------------------------
(* The provider: initialises an object, registers it, unregisters it,      *)
(* tears it down, and again with the next one.                             *)

provider_MayStep ==
  /\ Running
  /\ \E c \in cpus : Available(c)

\* The provider initialises its next object.
provider_Initialise ==
  /\ provider_MayStep
  /\ provider.at = "initialise"
  /\ \E o \in Objects : Free(o)
  /\ life' = [life EXCEPT ![NextObject] = "live"]
  /\ provider' = [provider EXCEPT !.at = "store ptr", !.obj = NextObject]
  /\ UNCHANGED <<ptr, cpus, faults>>

\* wait-for-every-cpu.c:16   WRITE_ONCE(ptr, cbs);
reg_WriteOnce ==
  /\ provider_MayStep
  /\ provider.at = "store ptr"
  /\ ptr' = provider.obj
  /\ provider' = [provider EXCEPT !.at = "registered"]
  /\ UNCHANGED <<life, cpus, faults>>

\* wait-for-every-cpu.c:23   WRITE_ONCE(ptr, NULL);
\* wait-for-every-cpu.c:24   for_each_possible_cpu(cpu)
unreg_WriteOnce ==
  /\ provider_MayStep
  /\ provider.at = "registered"
  /\ ptr' = NULL
  /\ provider' = [provider EXCEPT !.at = "next CPU"]
  /\ cpus' = {[m EXCEPT !.cpu_left = TRUE] : m \in cpus}
  /\ UNCHANGED <<life, faults>>

\* wait-for-every-cpu.c:24   for_each_possible_cpu(cpu)
unreg_NextCpu ==
  /\ provider_MayStep
  /\ provider.at = "next CPU"
  /\ \/ \E c \in cpus :
          /\ c.cpu_left
          /\ provider' = [provider EXCEPT !.at = "load busy"]
          /\ \E rest \in cpus_Without(c) :
               cpus' = rest \cup {[c EXCEPT
                                   !.cpu_2 = TRUE,
                                   !.cpu_left = FALSE]}
     \/ /\ \E c \in cpus : ~c.cpu_left
        /\ provider' = [provider EXCEPT !.at = "tear down"]
        /\ cpus' = {m \in cpus : ~m.cpu_left}
  /\ UNCHANGED <<ptr, life, faults>>

\* wait-for-every-cpu.c:25   while (smp_load_acquire(&per_cpu(busy, cpu)))
unreg_LoadAcquire ==
  /\ \E c \in cpus :
       /\ c.cpu_2
       /\ provider_MayStep
       /\ provider.at = "load busy"
       /\ \/ /\ c.busy
             /\ provider' = [provider EXCEPT !.at = "cpu_relax"]
             /\ UNCHANGED cpus
          \/ /\ ~c.busy
             /\ provider' = [provider EXCEPT !.at = "next CPU"]
             /\ \E rest \in cpus_Without(c) :
                  cpus' = rest \cup {[c EXCEPT !.cpu_2 = FALSE]}
  /\ UNCHANGED <<ptr, life, faults>>

\* wait-for-every-cpu.c:26   cpu_relax();
unreg_CpuRelax ==
  /\ provider_MayStep
  /\ provider.at = "cpu_relax"
  /\ provider' = [provider EXCEPT !.at = "load busy"]
  /\ UNCHANGED <<ptr, life, cpus, faults>>

\* Unregistered: the object and the module's text are freed.
provider_TearDown ==
  /\ provider_MayStep
  /\ provider.at = "tear down"
  /\ \/ /\ life' = [life EXCEPT ![provider.obj] = "torn down"]
        /\ InUse(provider.obj)
        /\ provider' = [provider EXCEPT !.at = "initialise", !.obj = NULL]
        /\ faults' = faults \cup {"use after teardown"}
        /\ UNCHANGED cpus
     \/ /\ life' = [life EXCEPT ![provider.obj] = "torn down"]
        /\ provider' = [provider EXCEPT !.at = "initialise", !.obj = NULL]
        /\ cpus' = {m \in cpus : m.sample.inside # provider.obj}
        /\ UNCHANGED faults
  /\ UNCHANGED ptr

provider_Begins ==
  \/ provider_Initialise
  \/ unreg_WriteOnce

provider_GoesOn ==
  \/ reg_WriteOnce
  \/ unreg_NextCpu
  \/ unreg_LoadAcquire
  \/ unreg_CpuRelax
  \/ provider_TearDown

-----------------------------------------------------------------------------
(* sample(): an NMI handler, and as such one read-side section.            *)

\* wait-for-every-cpu.c:33   this_cpu_write(busy, true);
sample_ThisCpuWrite ==
  \E c \in cpus :
    /\ Running
    /\ c.sample.at = "idle"
    /\ \E rest \in cpus_Without(c) :
         cpus' = rest \cup {[c EXCEPT !.busy = TRUE, !.sample.at = "load ptr"]}
    /\ UNCHANGED <<ptr, life, provider, faults>>

\* wait-for-every-cpu.c:34   cbs = READ_ONCE(ptr);
\* wait-for-every-cpu.c:35   if (cbs)
sample_ReadOnce ==
  \E c \in cpus :
    /\ Running
    /\ c.sample.at = "load ptr"
    /\ \/ /\ ptr # NULL
          /\ \E rest \in cpus_Without(c) :
               cpus' = rest \cup {[c EXCEPT
                                   !.sample.at = "call f",
                                   !.sample.cbs = ptr]}
       \/ /\ ptr = NULL
          /\ \E rest \in cpus_Without(c) :
               cpus' = rest \cup {[c EXCEPT !.sample.at = "store busy"]}
    /\ UNCHANGED <<ptr, life, provider, faults>>

\* wait-for-every-cpu.c:36   cbs->f();
sample_Call_f ==
  \E c \in cpus :
    /\ Running
    /\ c.sample.at = "call f"
    /\ faults' = faults \cup Misuse(c.sample.cbs)
    /\ \E rest \in cpus_Without(c) :
         cpus' = rest \cup {[c EXCEPT
                             !.sample.at = "in f",
                             !.sample.cbs = NULL,
                             !.sample.inside = c.sample.cbs]}
    /\ UNCHANGED <<ptr, life, provider>>

\* wait-for-every-cpu.c:36   cbs->f();   (the callback returns)
sample_Return_f ==
  \E c \in cpus :
    /\ Running
    /\ c.sample.at = "in f"
    /\ \E rest \in cpus_Without(c) :
         cpus' = rest \cup {[c EXCEPT
                             !.sample.at = "store busy",
                             !.sample.inside = NULL]}
    /\ UNCHANGED <<ptr, life, provider, faults>>

\* wait-for-every-cpu.c:37   this_cpu_write(busy, false);
sample_ThisCpuWrite_2 ==
  \E c \in cpus :
    /\ Running
    /\ c.sample.at = "store busy"
    /\ \E rest \in cpus_Without(c) :
         cpus' = rest \cup {[c EXCEPT !.busy = FALSE, !.sample = sample_Idle]}
    /\ UNCHANGED <<ptr, life, provider, faults>>

sample_Begins ==
  sample_ThisCpuWrite

sample_GoesOn ==
  \/ sample_ReadOnce
  \/ sample_Call_f
  \/ sample_Return_f
  \/ sample_ThisCpuWrite_2

-----------------------------------------------------------------------------
Next ==
  \/ provider_Begins \/ provider_GoesOn
  \/ sample_Begins \/ sample_GoesOn

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
        \A c \in cpus : o \notin {c.sample.cbs, c.sample.inside}

\* There is an object for the next registration, so that there is any number of
\* these.
EnoughObjects ==
  provider.at = "initialise" => \E o \in Objects : Free(o)

\* Beyond that, numbers that are given are checked sooner.
FewStates == TLCGet("distinct") <= 10000

THEOREM Spec => []TypeOK
=============================================================================

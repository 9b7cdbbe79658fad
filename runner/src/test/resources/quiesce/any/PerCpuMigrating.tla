-------------------------- MODULE PerCpuMigrating --------------------------
(***************************************************************************)
(* per-cpu-migrating                                                       *)
(* each CPU's pointer written by a vCPU task that may migrate              *)
(*                                                                         *)
(* What if the vCPU task can be moved to another CPU while the pointer is  *)
(* set?                                                                    *)
(*                                                                         *)
(* Source: the thread on PATCH 05/15: "flows that are protected against    *)
(* preemption"                                                             *)
(* Memory model: sc                                                        *)
(* Bounds: any number of CPUs, any number of registrations                 *)
(* Generated from strategy.c by quiesce; edit that file, not this one.     *)
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
(* In vcpu_run others always stay behind, unless somebody waits until they *)
(* are gone: a member comes to its end by itself and changes nothing else. *)
(* Where nobody must be in some state, who is in it was one too many, and  *)
(* leaves.                                                                 *)
(*                                                                         *)
(* Objects take turns: one that is torn down, and that nothing refers to,  *)
(* is as good as new. EnoughObjects says that one is always there, so that *)
(* no run has ended for want of one.                                       *)
(*                                                                         *)
(* Check it:  quiesce check per-cpu-migrating                              *)
(*       or:  java -cp tla2tools.jar tlc2.TLC PerCpuMigrating              *)
(***************************************************************************)
EXTENDS FiniteSets, Naturals, TLC

CONSTANTS
  Objects,        \* the callback structures, registered one at a time
  NULL

ASSUME
  /\ IsFiniteSet(Objects) /\ Objects # {} /\ NULL \notin Objects

VARIABLES
  life,           \* of each object: "raw", then "live", then "torn down"
  cpus,           \* the states that CPUs are in
  provider,       \* the module that registers: where it is, and its object
  vcpu_run,       \* vcpu_run() in each task: where it is, and its locals
  faults          \* what has gone wrong: no later state shows it

vars ==
  <<life, cpus, provider, vcpu_run, faults>>

\* What is wrong with using the object that a pointer points to.
Misuse(o) ==
  IF o = NULL THEN {"NULL dereference"}
  ELSE IF life[o] = "raw" THEN {"use before initialisation"}
  ELSE IF life[o] = "torn down" THEN {"use after teardown"}
  ELSE {}

provider_Idle == [at |-> "initialise", obj |-> NULL]

vcpu_run_Idle == [at |-> "idle"]

sample_Idle == [at |-> "idle", cbs |-> NULL, inside |-> NULL, uses |-> NULL]

cpus_Idle == [sample |-> sample_Idle, perf_guest_cbs |-> NULL]

\* What holds of the variables in every state.
TypeOK ==
  /\ life \in [Objects -> {"raw", "live", "torn down"}]
  /\ provider \in [at : {"initialise", "registered"},
                   obj : Objects \cup {NULL}]
  /\ cpus \subseteq [sample : [at : {"idle", "call is_in_guest",
                                     "in is_in_guest", "call get_ip",
                                     "in get_ip"},
                               cbs : Objects \cup {NULL},
                               inside : Objects \cup {NULL},
                               uses : Objects \cup {NULL}],
                     perf_guest_cbs : Objects \cup {NULL}]
  /\ vcpu_run \subseteq [at : {"idle", "store perf_guest_cbs"}]
  /\ faults \subseteq {"NULL dereference", "use before initialisation",
                       "use after teardown", "torn snapshot"}

Init ==
  /\ life = [o \in Objects |-> "raw"]
  /\ cpus = {cpus_Idle}
  /\ provider = provider_Idle
  /\ vcpu_run = {vcpu_run_Idle}
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
  \/ \E c \in cpus : c.perf_guest_cbs = o
  \/ o \in {provider.obj}
  \/ \E c \in cpus : o \in {c.sample.cbs, c.sample.inside, c.sample.uses}

\* The object is new, or as good as new.
Free(o) == life[o] = "raw" \/ (life[o] = "torn down" /\ ~Referenced(o))

NextObject == CHOOSE o \in Objects : Free(o)

\* What may be left of the crowd when a member moves on: another may be in the
\* same state.
cpus_Without(c) ==
  {cpus}

\* What may be left of the crowd when a member moves on: another may be in the
\* same state.
vcpu_run_Without(t) ==
  IF t.at # "idle" THEN {vcpu_run, vcpu_run \ {t}} ELSE {vcpu_run}

\* A reader is inside a callback of the object.
InUse(o) ==
  \E c \in cpus : c.sample.inside = o

\* One run of a reader must not mix two registrations. A call of NULL is a
\* fault of its own.
Torn(before, now) ==
  IF before = NULL \/ now \in {NULL, before} THEN {} ELSE {"torn snapshot"}

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
  /\ provider' = [provider EXCEPT !.at = "registered", !.obj = NextObject]
  /\ UNCHANGED <<cpus, vcpu_run, faults>>

\* Unregistered: the object and the module's text are freed.
provider_TearDown ==
  /\ provider_MayStep
  /\ provider.at = "registered"
  /\ \A m \in vcpu_run : m.at = "idle"
  /\ \/ /\ life' = [life EXCEPT ![provider.obj] = "torn down"]
        /\ InUse(provider.obj)
        /\ provider' = [provider EXCEPT !.at = "initialise", !.obj = NULL]
        /\ faults' = faults \cup {"use after teardown"}
        /\ UNCHANGED cpus
     \/ /\ life' = [life EXCEPT ![provider.obj] = "torn down"]
        /\ provider' = [provider EXCEPT !.at = "initialise", !.obj = NULL]
        /\ cpus' = {m \in cpus : m.sample.inside # provider.obj}
        /\ UNCHANGED faults
  /\ UNCHANGED vcpu_run

provider_Begins ==
  \/ provider_Initialise
  \/ provider_TearDown

-----------------------------------------------------------------------------
(* vcpu_run(): a task that runs only while the callbacks are registered.   *)

vcpu_run_MayStart(c) ==
  /\ Running
  /\ Available(c)
  /\ provider.at = "registered"

vcpu_run_MayStep(c) ==
  /\ Running
  /\ Available(c)

\* strategy.c:31   this_cpu_write(perf_guest_cbs, cbs);
vcpu_run_ThisCpuWrite ==
  \E t \in vcpu_run :
    \E c \in cpus :
      /\ vcpu_run_MayStart(c)
      /\ t.at = "idle"
      /\ \E rest \in cpus_Without(c) :
           /\ cpus' = rest \cup {[c EXCEPT !.perf_guest_cbs = provider.obj]}
           /\ \E rest_2 \in vcpu_run_Without(t) :
                vcpu_run' = rest_2 \cup {[t EXCEPT
                                          !.at = "store perf_guest_cbs"]}
      /\ UNCHANGED <<life, provider, faults>>

\* strategy.c:33   this_cpu_write(perf_guest_cbs, NULL);
vcpu_run_ThisCpuWrite_2 ==
  \E t \in vcpu_run :
    \E c \in cpus :
      /\ vcpu_run_MayStep(c)
      /\ t.at = "store perf_guest_cbs"
      /\ \E rest \in cpus_Without(c) :
           /\ cpus' = rest \cup {[c EXCEPT !.perf_guest_cbs = NULL]}
           /\ \E rest_2 \in vcpu_run_Without(t) :
                vcpu_run' = rest_2 \cup {vcpu_run_Idle}
      /\ UNCHANGED <<life, provider, faults>>

vcpu_run_Begins ==
  vcpu_run_ThisCpuWrite

vcpu_run_GoesOn ==
  vcpu_run_ThisCpuWrite_2

-----------------------------------------------------------------------------
(* sample(): an NMI handler, and as such one read-side section.            *)

\* strategy.c:38   struct callbacks *cbs = this_cpu_read(perf_guest_cbs);
\* strategy.c:40   if (cbs && cbs->is_in_guest())
sample_ThisCpuRead ==
  \E c \in cpus :
    /\ Running
    /\ c.sample.at = "idle"
    /\ \/ /\ c.perf_guest_cbs # NULL
          /\ \E rest \in cpus_Without(c) :
               cpus' = rest \cup {[c EXCEPT
                                   !.sample.at = "call is_in_guest",
                                   !.sample.cbs = c.perf_guest_cbs]}
       \/ /\ c.perf_guest_cbs = NULL
          /\ \E rest \in cpus_Without(c) :
               cpus' = rest \cup {[c EXCEPT !.sample = sample_Idle]}
    /\ UNCHANGED <<life, provider, vcpu_run, faults>>

\* strategy.c:40   if (cbs && cbs->is_in_guest())
sample_Call_is_in_guest ==
  \E c \in cpus :
    /\ Running
    /\ c.sample.at = "call is_in_guest"
    /\ faults' = faults \cup Misuse(c.sample.cbs)
                        \cup Torn(c.sample.uses, c.sample.cbs)
    /\ \E rest \in cpus_Without(c) :
         cpus' = rest \cup {[c EXCEPT
                             !.sample.at = "in is_in_guest",
                             !.sample.uses = c.sample.cbs,
                             !.sample.inside = c.sample.cbs]}
    /\ UNCHANGED <<life, provider, vcpu_run>>

\* strategy.c:40   if (cbs && cbs->is_in_guest())   (the callback returns)
sample_Return_is_in_guest ==
  \E c \in cpus :
    /\ Running
    /\ c.sample.at = "in is_in_guest"
    /\ \E result \in BOOLEAN :
         \/ /\ result
            /\ \E rest \in cpus_Without(c) :
                 cpus' = rest \cup {[c EXCEPT
                                     !.sample.at = "call get_ip",
                                     !.sample.inside = NULL]}
         \/ /\ ~result
            /\ \E rest \in cpus_Without(c) :
                 cpus' = rest \cup {[c EXCEPT !.sample = sample_Idle]}
    /\ UNCHANGED <<life, provider, vcpu_run, faults>>

\* strategy.c:41   cbs->get_ip();
sample_Call_get_ip ==
  \E c \in cpus :
    /\ Running
    /\ c.sample.at = "call get_ip"
    /\ faults' = faults \cup Misuse(c.sample.cbs)
                        \cup Torn(c.sample.uses, c.sample.cbs)
    /\ \E rest \in cpus_Without(c) :
         cpus' = rest \cup {[c EXCEPT
                             !.sample.at = "in get_ip",
                             !.sample.cbs = NULL,
                             !.sample.inside = c.sample.cbs,
                             !.sample.uses = NULL]}
    /\ UNCHANGED <<life, provider, vcpu_run>>

\* strategy.c:41   cbs->get_ip();   (the callback returns)
sample_Return_get_ip ==
  \E c \in cpus :
    /\ Running
    /\ c.sample.at = "in get_ip"
    /\ \E rest \in cpus_Without(c) :
         cpus' = rest \cup {[c EXCEPT !.sample = sample_Idle]}
    /\ UNCHANGED <<life, provider, vcpu_run, faults>>

sample_Begins ==
  sample_ThisCpuRead

sample_GoesOn ==
  \/ sample_Call_is_in_guest
  \/ sample_Return_is_in_guest
  \/ sample_Call_get_ip
  \/ sample_Return_get_ip

-----------------------------------------------------------------------------
Next ==
  \/ provider_Begins
  \/ vcpu_run_Begins \/ vcpu_run_GoesOn
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
  LET Gone(o) == life[o] = "torn down"
  IN  \A o \in Objects :
        Gone(o) => (\A c \in cpus : o \notin {c.sample.cbs, c.sample.inside})

\* One run of a reader uses the callbacks of one registration only, with their
\* data.
ConsistentSnapshot == "torn snapshot" \notin faults

\* There is an object for the next registration, so that there is any number of
\* these.
EnoughObjects ==
  provider.at = "initialise" => \E o \in Objects : Free(o)

\* Beyond that, numbers that are given are checked sooner.
FewStates == TLCGet("distinct") <= 10000

THEOREM Spec => []TypeOK
=============================================================================

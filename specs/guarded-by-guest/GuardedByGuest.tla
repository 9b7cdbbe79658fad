--------------------------- MODULE GuardedByGuest ---------------------------
(***************************************************************************)
(* guarded-by-guest                                                        *)
(* plain loads behind KVM's protocol                                       *)
(*                                                                         *)
(* Perf "always wins the race to the guarded code": does it win the race   *)
(* to the guard?                                                           *)
(*                                                                         *)
(* Source: PATCH 05/15 "perf: Track guest callbacks on a per-CPU basis",   *)
(* the changelog                                                           *)
(* Memory model: sc                                                        *)
(* Bounds: 2 CPUs, 2 objects (in the configurations)                       *)
(* Generated from specs/guarded-by-guest/strategy.c by quiesce; edit that  *)
(* file, not this one.                                                     *)
(*                                                                         *)
(* Check it:  quiesce check guarded-by-guest                               *)
(*       or:  java -cp tla2tools.jar tlc2.TLC GuardedByGuest               *)
(***************************************************************************)
EXTENDS FiniteSets, TLC

CONSTANTS
  CPUs,           \* the processors
  Tasks,          \* the tasks of each kind
  Objects,        \* the callback structures, registered one at a time
  NULL

ASSUME
  /\ IsFiniteSet(CPUs) /\ CPUs # {} /\ NULL \notin CPUs
  /\ IsFiniteSet(Tasks) /\ Tasks # {} /\ NULL \notin Tasks
  /\ IsFiniteSet(Objects) /\ Objects # {} /\ NULL \notin Objects

VARIABLES
  perf_guest_cbs, \* struct callbacks *perf_guest_cbs
  guest_running,  \* per CPU: bool guest_running
  life,           \* of each object: "raw", then "live", then "torn down"
  provider,       \* the module that registers: where it is, and its object
  vcpu_run,       \* vcpu_run() in each task: where it is, and its locals
  sample,         \* sample() on each CPU: where it is, and its locals
  faults          \* what has gone wrong: no later state shows it

vars ==
  <<perf_guest_cbs, guest_running, life, provider, vcpu_run, sample, faults>>

\* What is wrong with using the object that a pointer points to.
Misuse(o) ==
  IF o = NULL THEN {"NULL dereference"}
  ELSE IF life[o] = "raw" THEN {"use before initialisation"}
  ELSE IF life[o] = "torn down" THEN {"use after teardown"}
  ELSE {}

provider_Idle == [at |-> "initialise", obj |-> NULL]

vcpu_run_Idle == [at |-> "idle", cpu |-> NULL]

sample_Idle ==
  [at |-> "idle",
   is_in_guest |-> NULL,
   perf_guest_cbs |-> NULL,
   perf_guest_cbs_2 |-> NULL,
   inside |-> NULL,
   uses |-> NULL]

\* What holds of the variables in every state.
TypeOK ==
  /\ perf_guest_cbs \in Objects \cup {NULL}
  /\ guest_running \in [CPUs -> BOOLEAN]
  /\ life \in [Objects -> {"raw", "live", "torn down"}]
  /\ provider \in [at : {"initialise", "store perf_guest_cbs", "registered",
                         "tear down"},
                   obj : Objects \cup {NULL}]
  /\ vcpu_run \in [Tasks
                   -> [at : {"idle", "store guest_running"},
                       cpu : CPUs \cup {NULL}]]
  /\ sample \in [CPUs
                 -> [at : {"idle", "load perf_guest_cbs", "call is_in_guest",
                           "load guest_running", "end of is_in_guest",
                           "load perf_guest_cbs (2)", "call get_ip",
                           "in get_ip"},
                     is_in_guest : BOOLEAN \cup {NULL},
                     perf_guest_cbs : Objects \cup {NULL},
                     perf_guest_cbs_2 : Objects \cup {NULL},
                     inside : Objects \cup {NULL},
                     uses : Objects \cup {NULL}]]
  /\ faults \subseteq {"NULL dereference", "use before initialisation",
                       "use after teardown", "torn snapshot"}

Init ==
  /\ perf_guest_cbs = NULL
  /\ guest_running = [c \in CPUs |-> FALSE]
  /\ life = [o \in Objects |-> "raw"]
  /\ provider = provider_Idle
  /\ vcpu_run = [t \in Tasks |-> vcpu_run_Idle]
  /\ sample = [c \in CPUs |-> sample_Idle]
  /\ faults = {}

-----------------------------------------------------------------------------
\* An oops ends the run.
Running ==
  faults \cap {"NULL dereference", "use before initialisation",
               "use after teardown"} = {}

\* What runs on CPU c is held up until the handler returns.
Interrupted(c) == sample[c].at # "idle"

\* A task holds CPU c, with preemption off.
Pinned(c) == \E t \in Tasks : vcpu_run[t].cpu = c

\* A task can be put on CPU c.
Available(c) == ~Interrupted(c) /\ ~Pinned(c)

\* CPU c can run a task that holds the given CPU, or none.
Runs(cpu, c) == ~Interrupted(c) /\ (cpu = c \/ (cpu = NULL /\ ~Pinned(c)))

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
provider_Initialise ==
  /\ provider_MayStep
  /\ provider.at = "initialise"
  /\ \E o \in Objects : life[o] = "raw"
  /\ life' = [life EXCEPT ![NextObject] = "live"]
  /\ provider' = [provider EXCEPT
                  !.at = "store perf_guest_cbs",
                  !.obj = NextObject]
  /\ UNCHANGED <<perf_guest_cbs, guest_running, vcpu_run, sample, faults>>

\* strategy.c:43   perf_guest_cbs = cbs;
register_callbacks_PlainStore ==
  /\ provider_MayStep
  /\ provider.at = "store perf_guest_cbs"
  /\ perf_guest_cbs' = provider.obj
  /\ provider' = [provider EXCEPT !.at = "registered"]
  /\ UNCHANGED <<guest_running, life, vcpu_run, sample, faults>>

\* strategy.c:48   perf_guest_cbs = NULL;
unregister_callbacks_PlainStore ==
  /\ provider_MayStep
  /\ provider.at = "registered"
  /\ \A t \in Tasks : vcpu_run[t].at = "idle"
  /\ perf_guest_cbs' = NULL
  /\ provider' = [provider EXCEPT !.at = "tear down"]
  /\ UNCHANGED <<guest_running, life, vcpu_run, sample, faults>>

\* Unregistered: the object and the module's text are freed.
provider_TearDown ==
  /\ provider_MayStep
  /\ provider.at = "tear down"
  /\ life' = [life EXCEPT ![provider.obj] = "torn down"]
  /\ provider' = [provider EXCEPT !.at = "initialise", !.obj = NULL]
  /\ faults' = faults \cup (IF InUse(provider.obj) THEN {"use after teardown"}
                            ELSE {})
  /\ UNCHANGED <<perf_guest_cbs, guest_running, vcpu_run, sample>>

provider_Begins ==
  \/ provider_Initialise
  \/ unregister_callbacks_PlainStore

provider_GoesOn ==
  \/ register_callbacks_PlainStore
  \/ provider_TearDown

-----------------------------------------------------------------------------
(* vcpu_run(): a task that runs only while the callbacks are registered.   *)

vcpu_run_MayStart(t, c) ==
  /\ Running
  /\ Runs(vcpu_run[t].cpu, c)
  /\ provider.at = "registered"

vcpu_run_MayStep(t, c) ==
  /\ Running
  /\ Runs(vcpu_run[t].cpu, c)

\* strategy.c:53   preempt_disable();
\* strategy.c:54   this_cpu_write(guest_running, true);
vcpu_run_ThisCpuWrite(t, c) ==
  /\ vcpu_run_MayStart(t, c)
  /\ vcpu_run[t].at = "idle"
  /\ guest_running' = [guest_running EXCEPT ![c] = TRUE]
  /\ vcpu_run' = [vcpu_run EXCEPT
                  ![t].at = "store guest_running",
                  ![t].cpu = c]
  /\ UNCHANGED <<perf_guest_cbs, life, provider, sample, faults>>

\* strategy.c:56   this_cpu_write(guest_running, false);
\* strategy.c:57   preempt_enable();
vcpu_run_ThisCpuWrite_2(t, c) ==
  /\ vcpu_run_MayStep(t, c)
  /\ vcpu_run[t].at = "store guest_running"
  /\ guest_running' = [guest_running EXCEPT ![c] = FALSE]
  /\ vcpu_run' = [vcpu_run EXCEPT ![t] = vcpu_run_Idle]
  /\ UNCHANGED <<perf_guest_cbs, life, provider, sample, faults>>

vcpu_run_Begins(t, c) ==
  vcpu_run_ThisCpuWrite(t, c)

vcpu_run_GoesOn(t, c) ==
  vcpu_run_ThisCpuWrite_2(t, c)

-----------------------------------------------------------------------------
(* sample(): an NMI handler, and as such one read-side section.            *)

\* strategy.c:62   if (perf_guest_cbs && perf_guest_cbs->is_in_guest())
sample_PlainLoad(c) ==
  /\ Running
  /\ sample[c].at = "idle"
  /\ \/ /\ perf_guest_cbs # NULL
        /\ sample' = [sample EXCEPT ![c].at = "load perf_guest_cbs"]
     \/ /\ perf_guest_cbs = NULL
        /\ sample' = [sample EXCEPT ![c] = sample_Idle]
  /\ UNCHANGED <<perf_guest_cbs, guest_running, life, provider, vcpu_run,
                 faults>>

\* strategy.c:62   if (perf_guest_cbs && perf_guest_cbs->is_in_guest())
sample_PlainLoad_2(c) ==
  /\ Running
  /\ sample[c].at = "load perf_guest_cbs"
  /\ sample' = [sample EXCEPT
                ![c].at = "call is_in_guest",
                ![c].perf_guest_cbs_2 = perf_guest_cbs]
  /\ UNCHANGED <<perf_guest_cbs, guest_running, life, provider, vcpu_run,
                 faults>>

\* strategy.c:62   if (perf_guest_cbs && perf_guest_cbs->is_in_guest())
sample_Call_is_in_guest(c) ==
  /\ Running
  /\ sample[c].at = "call is_in_guest"
  /\ sample' = [sample EXCEPT
                ![c].at = "load guest_running",
                ![c].perf_guest_cbs_2 = NULL,
                ![c].uses = sample[c].perf_guest_cbs_2,
                ![c].inside = sample[c].perf_guest_cbs_2]
  /\ faults' = faults \cup Misuse(sample[c].perf_guest_cbs_2)
                      \cup Torn(sample[c].uses, sample[c].perf_guest_cbs_2)
  /\ UNCHANGED <<perf_guest_cbs, guest_running, life, provider, vcpu_run>>

\* strategy.c:31   return this_cpu_read(guest_running);
kvm_is_in_guest_ThisCpuRead(c) ==
  /\ Running
  /\ sample[c].at = "load guest_running"
  /\ sample' = [sample EXCEPT
                ![c].at = "end of is_in_guest",
                ![c].is_in_guest = guest_running[c]]
  /\ UNCHANGED <<perf_guest_cbs, guest_running, life, provider, vcpu_run,
                 faults>>

\* strategy.c:62   if (perf_guest_cbs && perf_guest_cbs->is_in_guest())   (the
\*                 callback returns)
sample_Return_is_in_guest(c) ==
  /\ Running
  /\ sample[c].at = "end of is_in_guest"
  /\ \/ /\ sample[c].is_in_guest
        /\ sample' = [sample EXCEPT
                      ![c].at = "load perf_guest_cbs (2)",
                      ![c].is_in_guest = NULL,
                      ![c].inside = NULL]
     \/ /\ ~sample[c].is_in_guest
        /\ sample' = [sample EXCEPT ![c] = sample_Idle]
  /\ UNCHANGED <<perf_guest_cbs, guest_running, life, provider, vcpu_run,
                 faults>>

\* strategy.c:63   perf_guest_cbs->get_ip();
sample_PlainLoad_3(c) ==
  /\ Running
  /\ sample[c].at = "load perf_guest_cbs (2)"
  /\ sample' = [sample EXCEPT
                ![c].at = "call get_ip",
                ![c].perf_guest_cbs = perf_guest_cbs]
  /\ UNCHANGED <<perf_guest_cbs, guest_running, life, provider, vcpu_run,
                 faults>>

\* strategy.c:63   perf_guest_cbs->get_ip();
sample_Call_get_ip(c) ==
  /\ Running
  /\ sample[c].at = "call get_ip"
  /\ sample' = [sample EXCEPT
                ![c].at = "in get_ip",
                ![c].perf_guest_cbs = NULL,
                ![c].inside = sample[c].perf_guest_cbs,
                ![c].uses = NULL]
  /\ faults' = faults \cup Misuse(sample[c].perf_guest_cbs)
                      \cup Torn(sample[c].uses, sample[c].perf_guest_cbs)
  /\ UNCHANGED <<perf_guest_cbs, guest_running, life, provider, vcpu_run>>

\* strategy.c:63   perf_guest_cbs->get_ip();   (the callback returns)
sample_Return_get_ip(c) ==
  /\ Running
  /\ sample[c].at = "in get_ip"
  /\ sample' = [sample EXCEPT ![c] = sample_Idle]
  /\ UNCHANGED <<perf_guest_cbs, guest_running, life, provider, vcpu_run,
                 faults>>

sample_Begins(c) ==
  sample_PlainLoad(c)

sample_GoesOn(c) ==
  \/ sample_PlainLoad_2(c)
  \/ sample_Call_is_in_guest(c)
  \/ kvm_is_in_guest_ThisCpuRead(c)
  \/ sample_Return_is_in_guest(c)
  \/ sample_PlainLoad_3(c)
  \/ sample_Call_get_ip(c)
  \/ sample_Return_get_ip(c)

-----------------------------------------------------------------------------
Next ==
  \/ provider_Begins
  \/ provider_GoesOn
  \/ \E t \in Tasks, c \in CPUs :
       vcpu_run_Begins(t, c) \/ vcpu_run_GoesOn(t, c)
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
  LET Gone(o) ==
        \/ life[o] = "torn down"
        \/ provider.at = "tear down" /\ provider.obj = o
  IN  \A o \in Objects : Gone(o) =>
        \A c \in CPUs : o \notin {sample[c].perf_guest_cbs,
                                sample[c].perf_guest_cbs_2, sample[c].inside}

\* One run of a reader uses the callbacks of one registration only, with their
\* data.
ConsistentSnapshot == "torn snapshot" \notin faults

THEOREM Spec => []TypeOK

Symmetry == Permutations(CPUs) \cup Permutations(Tasks)
=============================================================================

--------------------------- MODULE StaticCallKvm ---------------------------
(***************************************************************************)
(* static-call-kvm                                                         *)
(* static calls, and a state that is true only while a guest runs on that  *)
(* CPU                                                                     *)
(*                                                                         *)
(* Does KVM's protocol close the window between the two static calls?      *)
(*                                                                         *)
(* Source: commit 87b940a0675e, with arch/x86/kvm as its user              *)
(* Memory model: sc                                                        *)
(* Bounds: 2 CPUs, 2 objects (in the configurations)                       *)
(* Generated from specs/static-call-kvm/strategy.c by quiesce; edit that   *)
(* file, not this one.                                                     *)
(*                                                                         *)
(* Check it:  quiesce check static-call-kvm                                *)
(*       or:  java -cp tla2tools.jar tlc2.TLC StaticCallKvm                *)
(*      and:  java -cp tla2tools.jar tlc2.TLC \                            *)
(*              -config StaticCallKvm_liveness.cfg StaticCallKvm           *)
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
  guest_running,  \* per CPU: bool guest_running
  guest_state,    \* what the call site of guest_state is patched to; NULL:
                  \* nobody's callback
  guest_get_ip,   \* what the call site of guest_get_ip is patched to; NULL:
                  \* nobody's callback
  life,           \* of each object: "raw", then "live", then "torn down"
  provider,       \* the module that registers: where it is, and its object
  vcpu_run,       \* vcpu_run() in each task: where it is, and its locals
  sample,         \* sample() on each CPU: where it is, and its locals
  awaited,        \* the read-side sections that the grace period waits for
  retired,        \* objects whose grace period has elapsed: no state shows it
  faults          \* what has gone wrong: no later state shows it

vars ==
  <<guest_running, guest_state, guest_get_ip, life, provider, vcpu_run,
    sample, awaited, retired, faults>>

\* What is wrong with using the object that a pointer points to.
Misuse(o) ==
  IF o = NULL THEN {"NULL dereference"}
  ELSE IF life[o] = "raw" THEN {"use before initialisation"}
  ELSE IF life[o] = "torn down" THEN {"use after teardown"}
  ELSE {}

provider_Idle == [at |-> "initialise", obj |-> NULL]

vcpu_run_Idle == [at |-> "idle", cpu |-> NULL]

sample_Idle == [at |-> "idle", state |-> NULL, inside |-> NULL, uses |-> NULL]

\* What holds of the variables in every state.
TypeOK ==
  /\ guest_running \in [CPUs -> BOOLEAN]
  /\ guest_state \in Objects \cup {NULL}
  /\ guest_get_ip \in Objects \cup {NULL}
  /\ life \in [Objects -> {"raw", "live", "torn down"}]
  /\ provider \in [at : {"initialise", "patch guest_state",
                         "patch guest_get_ip", "registered",
                         "patch guest_get_ip (2)", "synchronize_rcu",
                         "grace period", "tear down"},
                   obj : Objects \cup {NULL}]
  /\ vcpu_run \in [Tasks
                   -> [at : {"idle", "store guest_running"},
                       cpu : CPUs \cup {NULL}]]
  /\ sample \in [CPUs
                 -> [at : {"idle", "load guest_running", "end of state",
                           "static_call guest_get_ip", "in get_ip"},
                     state : {NULL, 0, 1},
                     inside : Objects \cup {NULL},
                     uses : Objects \cup {NULL, "nobody"}]]
  /\ awaited \in SUBSET ({"vcpu_run"} \X Tasks \cup {"sample"} \X CPUs)
  /\ retired \subseteq Objects
  /\ faults \subseteq {"NULL dereference", "use before initialisation",
                       "use after teardown", "stale pointer", "torn snapshot"}

Init ==
  /\ guest_running = [c \in CPUs |-> FALSE]
  /\ guest_state = NULL
  /\ guest_get_ip = NULL
  /\ life = [o \in Objects |-> "raw"]
  /\ provider = provider_Idle
  /\ vcpu_run = [t \in Tasks |-> vcpu_run_Idle]
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

\* After the grace period no reader must find the old object.
Stale(o) == IF o \in retired THEN {"stale pointer"} ELSE {}

\* One run of a reader must not mix two registrations. A call of NULL is a
\* fault of its own.
Torn(before, now) ==
  IF before = NULL \/ now \in {NULL, before} THEN {} ELSE {"torn snapshot"}

\* The read-side sections in progress.
Sections ==
  {<<"vcpu_run", q>> :
     q \in {t \in Tasks : vcpu_run[t].at = "store guest_running"}}
    \cup {<<"sample", d>> : d \in {c \in CPUs : sample[c].at # "idle"}}

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
                  !.at = "patch guest_state",
                  !.obj = NextObject]
  /\ UNCHANGED <<guest_running, guest_state, guest_get_ip, vcpu_run, sample,
                 awaited, retired, faults>>

\* strategy.c:38   static_call_update(guest_state, cbs->state);
register_callbacks_StaticCallUpdate_guest_state ==
  /\ provider_MayStep
  /\ provider.at = "patch guest_state"
  /\ guest_state' = provider.obj
  /\ provider' = [provider EXCEPT !.at = "patch guest_get_ip"]
  /\ UNCHANGED <<guest_running, guest_get_ip, life, vcpu_run, sample, awaited,
                 retired, faults>>

\* strategy.c:39   static_call_update(guest_get_ip, cbs->get_ip);
register_callbacks_StaticCallUpdate_guest_get_ip ==
  /\ provider_MayStep
  /\ provider.at = "patch guest_get_ip"
  /\ guest_get_ip' = provider.obj
  /\ provider' = [provider EXCEPT !.at = "registered"]
  /\ UNCHANGED <<guest_running, guest_state, life, vcpu_run, sample, awaited,
                 retired, faults>>

\* strategy.c:44   static_call_update(guest_state, (void *
\*                 )&__static_call_return0);
unregister_callbacks_StaticCallUpdate_guest_state ==
  /\ provider_MayStep
  /\ provider.at = "registered"
  /\ \A t \in Tasks : vcpu_run[t].at = "idle"
  /\ guest_state' = NULL
  /\ provider' = [provider EXCEPT !.at = "patch guest_get_ip (2)"]
  /\ UNCHANGED <<guest_running, guest_get_ip, life, vcpu_run, sample, awaited,
                 retired, faults>>

\* strategy.c:45   static_call_update(guest_get_ip, (void *
\*                 )&__static_call_return0);
unregister_callbacks_StaticCallUpdate_guest_get_ip ==
  /\ provider_MayStep
  /\ provider.at = "patch guest_get_ip (2)"
  /\ guest_get_ip' = NULL
  /\ provider' = [provider EXCEPT !.at = "synchronize_rcu"]
  /\ UNCHANGED <<guest_running, guest_state, life, vcpu_run, sample, awaited,
                 retired, faults>>

\* strategy.c:46   synchronize_rcu();
unregister_callbacks_SynchronizeRcuBegin ==
  /\ provider_MayStep
  /\ provider.at = "synchronize_rcu"
  /\ awaited' = Sections
  /\ provider' = [provider EXCEPT !.at = "grace period"]
  /\ UNCHANGED <<guest_running, guest_state, guest_get_ip, life, vcpu_run,
                 sample, retired, faults>>

\* strategy.c:46   synchronize_rcu();   (returns)
unregister_callbacks_SynchronizeRcuEnd ==
  /\ provider_MayStep
  /\ provider.at = "grace period"
  /\ awaited = {}
  /\ retired' = retired \cup {provider.obj}
  /\ provider' = [provider EXCEPT !.at = "tear down"]
  /\ UNCHANGED <<guest_running, guest_state, guest_get_ip, life, vcpu_run,
                 sample, awaited, faults>>

\* Unregistered: the object and the module's text are freed.
provider_TearDown ==
  /\ provider_MayStep
  /\ provider.at = "tear down"
  /\ life' = [life EXCEPT ![provider.obj] = "torn down"]
  /\ provider' = [provider EXCEPT !.at = "initialise", !.obj = NULL]
  /\ faults' = faults \cup (IF InUse(provider.obj) THEN {"use after teardown"}
                            ELSE {})
  /\ UNCHANGED <<guest_running, guest_state, guest_get_ip, vcpu_run, sample,
                 awaited, retired>>

provider_Begins ==
  \/ provider_Initialise
  \/ unregister_callbacks_StaticCallUpdate_guest_state

provider_GoesOn ==
  \/ register_callbacks_StaticCallUpdate_guest_state
  \/ register_callbacks_StaticCallUpdate_guest_get_ip
  \/ unregister_callbacks_StaticCallUpdate_guest_get_ip
  \/ unregister_callbacks_SynchronizeRcuBegin
  \/ unregister_callbacks_SynchronizeRcuEnd
  \/ provider_TearDown

\* The thread has begun and is not held up: one of these steps can be taken.
provider_CanGoOn ==
  /\ provider.at \notin {"initialise", "registered"}
  /\ provider_MayStep
  /\ provider.at = "grace period" => awaited = {}

\* The thread, having begun, takes a step: no other thread changes its
\* position.
provider_Moves ==
  /\ provider.at \notin {"initialise", "registered"}
  /\ provider' # provider

-----------------------------------------------------------------------------
(* vcpu_run(): a task that runs only while the callbacks are registered.   *)

vcpu_run_MayStart(t, c) ==
  /\ Running
  /\ Runs(vcpu_run[t].cpu, c)
  /\ provider.at = "registered"

vcpu_run_MayStep(t, c) ==
  /\ Running
  /\ Runs(vcpu_run[t].cpu, c)

\* strategy.c:51   preempt_disable();
\* strategy.c:52   this_cpu_write(guest_running, true);
vcpu_run_ThisCpuWrite(t, c) ==
  /\ vcpu_run_MayStart(t, c)
  /\ vcpu_run[t].at = "idle"
  /\ guest_running' = [guest_running EXCEPT ![c] = TRUE]
  /\ vcpu_run' = [vcpu_run EXCEPT
                  ![t].at = "store guest_running",
                  ![t].cpu = c]
  /\ UNCHANGED <<guest_state, guest_get_ip, life, provider, sample, awaited,
                 retired, faults>>

\* strategy.c:54   this_cpu_write(guest_running, false);
\* strategy.c:55   preempt_enable();
vcpu_run_ThisCpuWrite_2(t, c) ==
  /\ vcpu_run_MayStep(t, c)
  /\ vcpu_run[t].at = "store guest_running"
  /\ guest_running' = [guest_running EXCEPT ![c] = FALSE]
  /\ awaited' = awaited \ {<<"vcpu_run", t>>}
  /\ vcpu_run' = [vcpu_run EXCEPT ![t] = vcpu_run_Idle]
  /\ UNCHANGED <<guest_state, guest_get_ip, life, provider, sample, retired,
                 faults>>

vcpu_run_Begins(t, c) ==
  vcpu_run_ThisCpuWrite(t, c)

vcpu_run_GoesOn(t, c) ==
  vcpu_run_ThisCpuWrite_2(t, c)

\* The thread has begun and is not held up: one of these steps can be taken.
vcpu_run_CanGoOn(t, c) ==
  /\ vcpu_run[t].at # "idle"
  /\ vcpu_run_MayStep(t, c)

\* The thread, having begun, takes a step: no other thread changes its
\* position.
vcpu_run_Moves(t) ==
  /\ vcpu_run[t].at # "idle"
  /\ vcpu_run[t]' # vcpu_run[t]

-----------------------------------------------------------------------------
(* sample(): an NMI handler, and as such one read-side section.            *)

\* strategy.c:60   if (static_call(guest_state)())
sample_StaticCall_guest_state(c) ==
  /\ Running
  /\ sample[c].at = "idle"
  /\ \/ /\ guest_state = NULL
        /\ sample' = [sample EXCEPT ![c] = sample_Idle]
        /\ faults' = faults \cup Torn(sample[c].uses, "nobody")
     \/ /\ guest_state # NULL
        /\ sample' = [sample EXCEPT
                      ![c].at = "load guest_running",
                      ![c].uses = guest_state,
                      ![c].inside = guest_state]
        /\ faults' = faults \cup Torn(sample[c].uses, guest_state)
                            \cup Misuse(guest_state)
                            \cup Stale(guest_state)
  /\ UNCHANGED <<guest_running, guest_state, guest_get_ip, life, provider,
                 vcpu_run, awaited, retired>>

\* strategy.c:26   return this_cpu_read(guest_running);
kvm_guest_state_ThisCpuRead(c) ==
  /\ Running
  /\ sample[c].at = "load guest_running"
  /\ sample' = [sample EXCEPT
                ![c].at = "end of state",
                ![c].state = IF guest_running[c] THEN 1 ELSE 0]
  /\ UNCHANGED <<guest_running, guest_state, guest_get_ip, life, provider,
                 vcpu_run, awaited, retired, faults>>

\* strategy.c:60   if (static_call(guest_state)())   (the callback returns)
sample_Return_state(c) ==
  /\ Running
  /\ sample[c].at = "end of state"
  /\ \/ /\ sample[c].state # 0
        /\ sample' = [sample EXCEPT
                      ![c].at = "static_call guest_get_ip",
                      ![c].state = NULL,
                      ![c].inside = NULL]
        /\ UNCHANGED awaited
     \/ /\ sample[c].state = 0
        /\ awaited' = awaited \ {<<"sample", c>>}
        /\ sample' = [sample EXCEPT ![c] = sample_Idle]
  /\ UNCHANGED <<guest_running, guest_state, guest_get_ip, life, provider,
                 vcpu_run, retired, faults>>

\* strategy.c:61   static_call(guest_get_ip)();
sample_StaticCall_guest_get_ip(c) ==
  /\ Running
  /\ sample[c].at = "static_call guest_get_ip"
  /\ \/ /\ guest_get_ip = NULL
        /\ awaited' = awaited \ {<<"sample", c>>}
        /\ sample' = [sample EXCEPT ![c] = sample_Idle]
        /\ faults' = faults \cup Torn(sample[c].uses, "nobody")
     \/ /\ guest_get_ip # NULL
        /\ sample' = [sample EXCEPT
                      ![c].at = "in get_ip",
                      ![c].inside = guest_get_ip,
                      ![c].uses = NULL]
        /\ faults' = faults \cup Torn(sample[c].uses, guest_get_ip)
                            \cup Misuse(guest_get_ip)
                            \cup Stale(guest_get_ip)
        /\ UNCHANGED awaited
  /\ UNCHANGED <<guest_running, guest_state, guest_get_ip, life, provider,
                 vcpu_run, retired>>

\* strategy.c:61   static_call(guest_get_ip)();   (the callback returns)
sample_Return_get_ip(c) ==
  /\ Running
  /\ sample[c].at = "in get_ip"
  /\ awaited' = awaited \ {<<"sample", c>>}
  /\ sample' = [sample EXCEPT ![c] = sample_Idle]
  /\ UNCHANGED <<guest_running, guest_state, guest_get_ip, life, provider,
                 vcpu_run, retired, faults>>

sample_Begins(c) ==
  sample_StaticCall_guest_state(c)

sample_GoesOn(c) ==
  \/ kvm_guest_state_ThisCpuRead(c)
  \/ sample_Return_state(c)
  \/ sample_StaticCall_guest_get_ip(c)
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
  \/ provider_Begins
  \/ provider_GoesOn
  \/ \E t \in Tasks, c \in CPUs :
       vcpu_run_Begins(t, c) \/ vcpu_run_GoesOn(t, c)
  \/ \E c \in CPUs : sample_Begins(c) \/ sample_GoesOn(c)

Spec == Init /\ [][Next]_vars

\* A thread that has begun and can continue does so eventually. No thread is
\* required to start.
Fairness ==
  /\ SF_vars(provider_GoesOn)
  /\ \A t \in Tasks : SF_vars(\E c \in CPUs : vcpu_run_GoesOn(t, c))
  /\ \A c \in CPUs : WF_vars(sample_GoesOn(c))

\* The same by its definition, with what ENABLED is: TLC is slow to evaluate
\* that. The configuration substitutes this for Fairness.
FairnessForTLC ==
  /\ <>[]~provider_CanGoOn \/ []<><<provider_Moves>>_vars
  /\ \A t \in Tasks :
       \/ <>[]~(\E c \in CPUs : vcpu_run_CanGoOn(t, c))
       \/ []<><<vcpu_run_Moves(t)>>_vars
  /\ \A c \in CPUs : []<>~sample_CanGoOn(c) \/ []<><<sample_Moves(c)>>_vars

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
        \A c \in CPUs : o \notin {sample[c].inside}

\* One run of a reader uses the callbacks of one registration only, with their
\* data.
ConsistentSnapshot == "torn snapshot" \notin faults

\* Nothing waits for something that can never come.
NoDeadlock ==
  LET Begun ==
        \/ provider.at \notin {"initialise", "registered"}
        \/ \E t \in Tasks : vcpu_run[t].at # "idle"
        \/ \E c \in CPUs : sample[c].at # "idle"
      CanGoOn ==
        \/ provider_CanGoOn
        \/ \E t \in Tasks, c \in CPUs : vcpu_run_CanGoOn(t, c)
        \/ \E c \in CPUs : sample_CanGoOn(c)
  IN  Running /\ Begun => CanGoOn

\* An unregistration that has begun returns. (No thread stays in it for ever.
\* TLC would need a tableau for the same with ~>.)
UnregisterCompletes ==
  LET Unregistering ==
        provider.at \in {"patch guest_get_ip (2)", "synchronize_rcu",
                        "grace period"}
  IN  []<>~(Unregistering /\ Running)

THEOREM Spec => []TypeOK

Symmetry == Permutations(CPUs) \cup Permutations(Tasks)
=============================================================================

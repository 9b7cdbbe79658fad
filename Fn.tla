--------------------------------- MODULE Fn ---------------------------------
(***************************************************************************)
(* fn                                                                      *)
(*                                                                         *)
(* Memory model: sc                                                        *)
(* Bounds: 2 CPUs, 2 objects (in the configurations)                       *)
(* Generated from /tmp/w/h/fn.c by quiesce; edit that file, not this one.  *)
(*                                                                         *)
(* Check it:  quiesce check fn                                             *)
(*       or:  java -cp tla2tools.jar tlc2.TLC Fn                           *)
(*      and:  java -cp tla2tools.jar tlc2.TLC \                            *)
(*              -config Fn_liveness.cfg Fn                                 *)
(***************************************************************************)
EXTENDS FiniteSets, Naturals, TLC

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
  default_ops_run, \* int (*default_ops.run)()
  cur,            \* per CPU: struct ops *cur
  two,            \* struct ops *two[2]
  ops_run,        \* of each object: int (*run)()
  life,           \* of each object: "raw", then "live", then "torn down"
  provider,       \* the module that registers: where it is, and its object
  interrupt,      \* interrupt() on each CPU: where it is, and its locals
  awaited,        \* the read-side sections that the grace period waits for
  retired,        \* objects whose grace period has elapsed: no state shows it
  faults          \* what has gone wrong: no later state shows it

vars ==
  <<default_ops_run, cur, two, ops_run, life, provider, interrupt, awaited,
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

\* What is wrong with reading a member of the object.
MemberMisuse(o, members) ==
  IF Misuse(o) # {} THEN Misuse(o)
  ELSE IF members[o] = Uninitialised THEN {"use before initialisation"}
  ELSE {}

provider_Idle ==
  [at |-> "initialise", cpu_2 |-> NULL, cpu_left |-> NULL, obj |-> NULL]

interrupt_Idle ==
  [at |-> "idle",
   called |-> NULL,
   fn |-> NULL,
   followed |-> NULL,
   may_reload_fn |-> FALSE,
   ops |-> NULL,
   inside |-> NULL,
   uses |-> NULL]

\* What holds of the variables in every state.
TypeOK ==
  /\ default_ops_run \in {"default_run"}
  /\ cur \in [CPUs -> Objects \cup {"default_ops"}]
  /\ two \in [0..1 -> Objects \cup {"default_ops"}]
  /\ ops_run \in [Objects -> {NULL, Uninitialised, "set"}]
  /\ life \in [Objects -> {"raw", "live", "torn down"}]
  /\ provider \in [at : {"initialise", "store cur", "store two", "registered",
                         "store cur (2)", "store two (2)", "synchronize_rcu",
                         "grace period", "tear down"},
                   cpu_2 : CPUs \cup {NULL},
                   cpu_left : {NULL} \cup (SUBSET CPUs),
                   obj : Objects \cup {NULL}]
  /\ interrupt \in [CPUs
                    -> [at : {"idle", "load run", "load cur", "in run",
                              "call fn", "in fn", "load default_ops.run",
                              "call run", "reload default_ops.run",
                              "reload default_ops.run (2)",
                              "reload default_ops.run (3)"},
                        called : Objects \cup {NULL, "default_ops",
                                               "default_run"},
                        fn : Objects \cup {NULL, "default_ops", "default_run"},
                        followed : Objects \cup {NULL, "default_ops"},
                        may_reload_fn : BOOLEAN,
                        ops : Objects \cup {NULL, "default_ops"},
                        inside : Objects \cup {NULL},
                        uses : Objects \cup {NULL}]]
  /\ awaited \in SUBSET CPUs
  /\ retired \subseteq Objects
  /\ faults \subseteq {"NULL dereference", "use before initialisation",
                       "use after teardown", "stale pointer", "torn snapshot",
                       "warning"}

Init ==
  /\ default_ops_run = "default_run"
  /\ cur = [c \in CPUs |-> "default_ops"]
  /\ two = [i \in 0..1 |-> "default_ops"]
  /\ ops_run = [o \in Objects |-> Uninitialised]
  /\ life = [o \in Objects |-> "raw"]
  /\ provider = provider_Idle
  /\ interrupt = [c \in CPUs |-> interrupt_Idle]
  /\ awaited = {}
  /\ retired = {}
  /\ faults = {}

-----------------------------------------------------------------------------
\* An oops ends the run.
Running ==
  faults \cap {"NULL dereference", "use before initialisation",
               "use after teardown"} = {}

\* What runs on CPU c is held up until the handler returns.
Interrupted(c) == interrupt[c].at # "idle"

\* A task can be put on CPU c.
Available(c) == ~Interrupted(c)

NextObject == CHOOSE o \in Objects : life[o] = "raw"

\* A reader is inside a callback of the object.
InUse(o) ==
  \E c \in CPUs : interrupt[c].inside = o

\* After the grace period no reader must find the old object.
Stale(o) == IF o \in retired THEN {"stale pointer"} ELSE {}

\* One run of a reader must not mix two registrations. A call of NULL is a
\* fault of its own.
Torn(before, now) ==
  IF before = NULL \/ now \in {NULL, before} THEN {} ELSE {"torn snapshot"}

\* The read-side sections in progress.
Sections == {c \in CPUs : interrupt[c].at # "idle"}

-----------------------------------------------------------------------------
(* The provider: initialises an object, registers it, unregisters it,      *)
(* tears it down, and again with the next one.                             *)

provider_MayStep ==
  /\ Running
  /\ \E c \in CPUs : Available(c)

\* The provider initialises its next object.
\* fn.c:18   for_each_possible_cpu(cpu)
provider_Initialise ==
  /\ provider_MayStep
  /\ provider.at = "initialise"
  /\ \E o \in Objects : life[o] = "raw"
  /\ life' = [life EXCEPT ![NextObject] = "live"]
  /\ \E value \in {NULL, "set"} : ops_run' = [ops_run EXCEPT
                                              ![NextObject] = value]
  /\ \/ \E cpu \in CPUs :
          provider' = [provider EXCEPT
                       !.at = "store cur",
                       !.cpu_2 = cpu,
                       !.cpu_left = CPUs \ {cpu},
                       !.obj = NextObject]
     \/ /\ CPUs = {}
        /\ provider' = [provider EXCEPT !.at = "store two", !.obj = NextObject]
  /\ UNCHANGED <<default_ops_run, cur, two, interrupt, awaited, retired,
                 faults>>

\* fn.c:18   for_each_possible_cpu(cpu)
\* fn.c:19   WRITE_ONCE(per_cpu(cur, cpu), ops);
set_WriteOnce ==
  /\ provider_MayStep
  /\ provider.at = "store cur"
  /\ cur' = [cur EXCEPT ![provider.cpu_2] = provider.obj]
  /\ \/ \E cpu \in provider.cpu_left :
          provider' = [provider EXCEPT
                       !.cpu_2 = cpu,
                       !.cpu_left = provider.cpu_left \ {cpu}]
     \/ /\ provider.cpu_left = {}
        /\ provider' = [provider EXCEPT
                        !.at = "store two",
                        !.cpu_2 = NULL,
                        !.cpu_left = NULL]
  /\ UNCHANGED <<default_ops_run, two, ops_run, life, interrupt, awaited,
                 retired, faults>>

\* fn.c:20   rcu_assign_pointer(two[1], ops);
set_RcuAssignPointer ==
  /\ provider_MayStep
  /\ provider.at = "store two"
  /\ two' = [two EXCEPT ![1] = provider.obj]
  /\ provider' = [provider EXCEPT !.at = "registered"]
  /\ UNCHANGED <<default_ops_run, cur, ops_run, life, interrupt, awaited,
                 retired, faults>>

\* Registered; unregistering may begin.
\* fn.c:27   for_each_possible_cpu(cpu)
provider_BeginUnregister ==
  /\ provider_MayStep
  /\ provider.at = "registered"
  /\ \/ \E cpu \in CPUs :
          provider' = [provider EXCEPT
                       !.at = "store cur (2)",
                       !.cpu_2 = cpu,
                       !.cpu_left = CPUs \ {cpu}]
     \/ /\ CPUs = {}
        /\ provider' = [provider EXCEPT !.at = "store two (2)"]
  /\ UNCHANGED <<default_ops_run, cur, two, ops_run, life, interrupt, awaited,
                 retired, faults>>

\* fn.c:27   for_each_possible_cpu(cpu)
\* fn.c:28   WRITE_ONCE(per_cpu(cur, cpu), &default_ops);
clear_WriteOnce ==
  /\ provider_MayStep
  /\ provider.at = "store cur (2)"
  /\ cur' = [cur EXCEPT ![provider.cpu_2] = "default_ops"]
  /\ \/ \E cpu \in provider.cpu_left :
          provider' = [provider EXCEPT
                       !.cpu_2 = cpu,
                       !.cpu_left = provider.cpu_left \ {cpu}]
     \/ /\ provider.cpu_left = {}
        /\ provider' = [provider EXCEPT
                        !.at = "store two (2)",
                        !.cpu_2 = NULL,
                        !.cpu_left = NULL]
  /\ UNCHANGED <<default_ops_run, two, ops_run, life, interrupt, awaited,
                 retired, faults>>

\* fn.c:29   WRITE_ONCE(two[1], &default_ops);
clear_WriteOnce_2 ==
  /\ provider_MayStep
  /\ provider.at = "store two (2)"
  /\ two' = [two EXCEPT ![1] = "default_ops"]
  /\ provider' = [provider EXCEPT !.at = "synchronize_rcu"]
  /\ UNCHANGED <<default_ops_run, cur, ops_run, life, interrupt, awaited,
                 retired, faults>>

\* fn.c:30   synchronize_rcu();
clear_SynchronizeRcuBegin ==
  /\ provider_MayStep
  /\ provider.at = "synchronize_rcu"
  /\ awaited' = Sections
  /\ provider' = [provider EXCEPT !.at = "grace period"]
  /\ UNCHANGED <<default_ops_run, cur, two, ops_run, life, interrupt, retired,
                 faults>>

\* fn.c:30   synchronize_rcu();   (returns)
clear_SynchronizeRcuEnd ==
  /\ provider_MayStep
  /\ provider.at = "grace period"
  /\ awaited = {}
  /\ retired' = retired \cup {provider.obj}
  /\ provider' = [provider EXCEPT !.at = "tear down"]
  /\ UNCHANGED <<default_ops_run, cur, two, ops_run, life, interrupt, awaited,
                 faults>>

\* Unregistered: the object and the module's text are freed.
provider_TearDown ==
  /\ provider_MayStep
  /\ provider.at = "tear down"
  /\ life' = [life EXCEPT ![provider.obj] = "torn down"]
  /\ provider' = [provider EXCEPT !.at = "initialise", !.obj = NULL]
  /\ faults' = faults \cup (IF InUse(provider.obj) THEN {"use after teardown"}
                            ELSE {})
  /\ UNCHANGED <<default_ops_run, cur, two, ops_run, interrupt, awaited,
                 retired>>

provider_Begins ==
  \/ provider_Initialise
  \/ provider_BeginUnregister

provider_GoesOn ==
  \/ set_WriteOnce
  \/ set_RcuAssignPointer
  \/ clear_WriteOnce
  \/ clear_WriteOnce_2
  \/ clear_SynchronizeRcuBegin
  \/ clear_SynchronizeRcuEnd
  \/ provider_TearDown

\* The thread has begun and is not held up: one of these steps can be taken.
provider_CanGoOn ==
  /\ provider.at \notin {"initialise", "registered"}
  /\ provider_MayStep
  /\ provider.at = "grace period" => awaited = {}

-----------------------------------------------------------------------------
(* interrupt(): an interrupt handler, and as such one read-side section.   *)

\* fn.c:35   struct ops *ops = READ_ONCE(two[1]);
\* fn.c:36   int ( *fn)(int) = ops->run;
interrupt_ReadOnce(c) ==
  /\ Running
  /\ interrupt[c].at = "idle"
  /\ \/ /\ two[1] = "default_ops"
        /\ interrupt' = [interrupt EXCEPT
                         ![c].at = "load default_ops.run",
                         ![c].may_reload_fn = TRUE,
                         ![c].ops = two[1]]
        /\ faults' = faults \cup Stale(two[1])
     \/ /\ two[1] # "default_ops"
        /\ interrupt' = [interrupt EXCEPT
                         ![c].at = "load run",
                         ![c].followed = two[1],
                         ![c].ops = two[1]]
        /\ faults' = faults \cup Stale(two[1])
  /\ UNCHANGED <<default_ops_run, cur, two, ops_run, life, provider, awaited,
                 retired>>

\* fn.c:36   int ( *fn)(int) = ops->run;
interrupt_PlainLoad(c) ==
  /\ Running
  /\ interrupt[c].at = "load run"
  /\ \/ /\ MemberMisuse(interrupt[c].followed, ops_run) # {}
        /\ faults' = faults \cup MemberMisuse(interrupt[c].followed, ops_run)
        /\ UNCHANGED interrupt
     \/ /\ MemberMisuse(interrupt[c].followed, ops_run) = {}
        /\ \/ /\ ops_run[interrupt[c].followed] # NULL
              /\ interrupt' = [interrupt EXCEPT
                               ![c].at = "load cur",
                               ![c].fn = interrupt[c].followed,
                               ![c].followed = NULL,
                               ![c].may_reload_fn = FALSE]
              /\ UNCHANGED faults
           \/ /\ ops_run[interrupt[c].followed] = NULL
              /\ interrupt' = [interrupt EXCEPT
                               ![c].at = "load cur",
                               ![c].fn = NULL,
                               ![c].followed = NULL,
                               ![c].may_reload_fn = FALSE]
              /\ UNCHANGED faults
  /\ UNCHANGED <<default_ops_run, cur, two, ops_run, life, provider, awaited,
                 retired>>

\* fn.c:7   return n;
\* fn.c:38   this_cpu_read(cur)->run(1);
\* fn.c:39   if (fn)
\* fn.c:40   WARN_ON(ops == &default_ops && fn(3) != 3);
interrupt_ThisCpuRead(c) ==
  /\ Running
  /\ interrupt[c].at = "load cur"
  /\ \/ /\ cur[c] = "default_ops"
        /\ interrupt[c].fn # NULL
        /\ interrupt[c].ops = "default_ops"
        /\ interrupt[c].fn = "default_run"
        /\ awaited' = awaited \ {c}
        /\ interrupt' = [interrupt EXCEPT ![c] = interrupt_Idle]
        /\ faults' = faults \cup Stale(cur[c])
     \/ /\ cur[c] = "default_ops"
        /\ interrupt[c].fn # NULL
        /\ interrupt[c].ops = "default_ops"
        /\ interrupt[c].fn # "default_run"
        /\ interrupt' = [interrupt EXCEPT
                         ![c].at = "call fn",
                         ![c].called = interrupt[c].fn,
                         ![c].fn = NULL,
                         ![c].may_reload_fn = FALSE,
                         ![c].ops = NULL]
        /\ faults' = faults \cup Stale(cur[c])
        /\ UNCHANGED awaited
     \/ /\ cur[c] = "default_ops"
        /\ interrupt[c].fn # NULL
        /\ interrupt[c].ops = "default_ops"
        /\ interrupt[c].may_reload_fn
        /\ interrupt' = [interrupt EXCEPT
                         ![c].at = "reload default_ops.run (3)",
                         ![c].fn = NULL,
                         ![c].may_reload_fn = FALSE,
                         ![c].ops = NULL]
        /\ faults' = faults \cup Stale(cur[c])
        /\ UNCHANGED awaited
     \/ /\ cur[c] = "default_ops"
        /\ interrupt[c].fn # NULL
        /\ interrupt[c].ops # "default_ops"
        /\ awaited' = awaited \ {c}
        /\ interrupt' = [interrupt EXCEPT ![c] = interrupt_Idle]
        /\ faults' = faults \cup Stale(cur[c])
     \/ /\ cur[c] = "default_ops"
        /\ interrupt[c].fn = NULL
        /\ awaited' = awaited \ {c}
        /\ interrupt' = [interrupt EXCEPT ![c] = interrupt_Idle]
        /\ faults' = faults \cup Stale(cur[c])
     \/ /\ cur[c] = "default_ops"
        /\ interrupt[c].may_reload_fn
        /\ interrupt' = [interrupt EXCEPT
                         ![c].at = "reload default_ops.run (2)",
                         ![c].fn = NULL]
        /\ faults' = faults \cup Stale(cur[c])
        /\ UNCHANGED awaited
     \/ /\ cur[c] # "default_ops"
        /\ interrupt' = [interrupt EXCEPT
                         ![c].at = "call run",
                         ![c].followed = cur[c],
                         ![c].may_reload_fn = FALSE]
        /\ faults' = faults \cup Stale(cur[c])
        /\ UNCHANGED awaited
     \/ /\ cur[c] # "default_ops"
        /\ interrupt[c].may_reload_fn
        /\ interrupt' = [interrupt EXCEPT
                         ![c].at = "reload default_ops.run",
                         ![c].fn = NULL,
                         ![c].followed = cur[c],
                         ![c].may_reload_fn = FALSE]
        /\ faults' = faults \cup Stale(cur[c])
        /\ UNCHANGED awaited
  /\ UNCHANGED <<default_ops_run, cur, two, ops_run, life, provider, retired>>

\* fn.c:7   return n;
\* fn.c:38   this_cpu_read(cur)->run(1);   (the callback returns)
\* fn.c:39   if (fn)
\* fn.c:40   WARN_ON(ops == &default_ops && fn(3) != 3);
interrupt_Return_run(c) ==
  /\ Running
  /\ interrupt[c].at = "in run"
  /\ \/ /\ interrupt[c].fn # NULL
        /\ interrupt[c].ops = "default_ops"
        /\ interrupt[c].fn = "default_run"
        /\ awaited' = awaited \ {c}
        /\ interrupt' = [interrupt EXCEPT ![c] = interrupt_Idle]
     \/ /\ interrupt[c].fn # NULL
        /\ interrupt[c].ops = "default_ops"
        /\ interrupt[c].fn # "default_run"
        /\ interrupt' = [interrupt EXCEPT
                         ![c].at = "call fn",
                         ![c].called = interrupt[c].fn,
                         ![c].fn = NULL,
                         ![c].may_reload_fn = FALSE,
                         ![c].ops = NULL,
                         ![c].inside = NULL]
        /\ UNCHANGED awaited
     \/ /\ interrupt[c].fn # NULL
        /\ interrupt[c].ops = "default_ops"
        /\ interrupt[c].may_reload_fn
        /\ interrupt' = [interrupt EXCEPT
                         ![c].at = "reload default_ops.run (3)",
                         ![c].fn = NULL,
                         ![c].may_reload_fn = FALSE,
                         ![c].ops = NULL,
                         ![c].inside = NULL]
        /\ UNCHANGED awaited
     \/ /\ interrupt[c].fn # NULL
        /\ interrupt[c].ops # "default_ops"
        /\ awaited' = awaited \ {c}
        /\ interrupt' = [interrupt EXCEPT ![c] = interrupt_Idle]
     \/ /\ interrupt[c].fn = NULL
        /\ awaited' = awaited \ {c}
        /\ interrupt' = [interrupt EXCEPT ![c] = interrupt_Idle]
     \/ /\ interrupt[c].may_reload_fn
        /\ interrupt' = [interrupt EXCEPT
                         ![c].at = "reload default_ops.run (2)",
                         ![c].fn = NULL,
                         ![c].inside = NULL]
        /\ UNCHANGED awaited
  /\ UNCHANGED <<default_ops_run, cur, two, ops_run, life, provider, retired,
                 faults>>

\* fn.c:40   WARN_ON(ops == &default_ops && fn(3) != 3);
interrupt_Call_fn(c) ==
  /\ Running
  /\ interrupt[c].at = "call fn"
  /\ interrupt' = [interrupt EXCEPT
                   ![c].at = "in fn",
                   ![c].called = NULL,
                   ![c].inside = interrupt[c].called,
                   ![c].uses = NULL]
  /\ faults' = faults \cup Misuse(interrupt[c].called)
                      \cup Torn(interrupt[c].uses, interrupt[c].called)
  /\ UNCHANGED <<default_ops_run, cur, two, ops_run, life, provider, awaited,
                 retired>>

\* fn.c:40   WARN_ON(ops == &default_ops && fn(3) != 3);   (the callback
\*           returns)
interrupt_Return_fn(c) ==
  /\ Running
  /\ interrupt[c].at = "in fn"
  /\ \E result \in {0, 1, 2, 3, 4} :
       \/ /\ result # 3
          /\ awaited' = awaited \ {c}
          /\ interrupt' = [interrupt EXCEPT ![c] = interrupt_Idle]
          /\ faults' = faults \cup {"warning"}
       \/ /\ result = 3
          /\ awaited' = awaited \ {c}
          /\ interrupt' = [interrupt EXCEPT ![c] = interrupt_Idle]
          /\ UNCHANGED faults
  /\ UNCHANGED <<default_ops_run, cur, two, ops_run, life, provider, retired>>

\* fn.c:36   int ( *fn)(int) = ops->run;
interrupt_PlainLoad_2(c) ==
  /\ Running
  /\ interrupt[c].at = "load default_ops.run"
  /\ interrupt' = [interrupt EXCEPT
                   ![c].at = "load cur",
                   ![c].fn = default_ops_run]
  /\ faults' = faults \cup Stale(default_ops_run)
  /\ UNCHANGED <<default_ops_run, cur, two, ops_run, life, provider, awaited,
                 retired>>

\* fn.c:38   this_cpu_read(cur)->run(1);
interrupt_Call_run(c) ==
  /\ Running
  /\ interrupt[c].at = "call run"
  /\ interrupt' = [interrupt EXCEPT
                   ![c].at = "in run",
                   ![c].followed = NULL,
                   ![c].uses = interrupt[c].followed,
                   ![c].inside = interrupt[c].followed]
  /\ faults' = faults \cup SlotMisuse(interrupt[c].followed, ops_run)
                      \cup Torn(interrupt[c].uses, interrupt[c].followed)
  /\ UNCHANGED <<default_ops_run, cur, two, ops_run, life, provider, awaited,
                 retired>>

\* fn.c:38   this_cpu_read(cur)->run(1);   (the compiler loads it again)
interrupt_Reload(c) ==
  /\ Running
  /\ interrupt[c].at = "reload default_ops.run"
  /\ interrupt' = [interrupt EXCEPT
                   ![c].at = "call run",
                   ![c].fn = default_ops_run,
                   ![c].may_reload_fn = FALSE]
  /\ faults' = faults \cup Stale(default_ops_run)
  /\ UNCHANGED <<default_ops_run, cur, two, ops_run, life, provider, awaited,
                 retired>>

\* fn.c:7   return n;
\* fn.c:39   if (fn)   (the compiler loads it again)
\* fn.c:40   WARN_ON(ops == &default_ops && fn(3) != 3);
interrupt_Reload_2(c) ==
  /\ Running
  /\ interrupt[c].at = "reload default_ops.run (2)"
  /\ \/ /\ default_ops_run # NULL
        /\ interrupt[c].ops = "default_ops"
        /\ default_ops_run = "default_run"
        /\ awaited' = awaited \ {c}
        /\ interrupt' = [interrupt EXCEPT ![c] = interrupt_Idle]
        /\ faults' = faults \cup Stale(default_ops_run)
     \/ /\ default_ops_run # NULL
        /\ interrupt[c].ops = "default_ops"
        /\ default_ops_run # "default_run"
        /\ interrupt' = [interrupt EXCEPT
                         ![c].at = "call fn",
                         ![c].called = default_ops_run,
                         ![c].may_reload_fn = FALSE,
                         ![c].ops = NULL]
        /\ faults' = faults \cup Stale(default_ops_run)
        /\ UNCHANGED awaited
     \/ /\ default_ops_run # NULL
        /\ interrupt[c].ops = "default_ops"
        /\ interrupt[c].may_reload_fn
        /\ interrupt' = [interrupt EXCEPT
                         ![c].at = "reload default_ops.run (3)",
                         ![c].may_reload_fn = FALSE,
                         ![c].ops = NULL]
        /\ faults' = faults \cup Stale(default_ops_run)
        /\ UNCHANGED awaited
     \/ /\ default_ops_run # NULL
        /\ interrupt[c].ops # "default_ops"
        /\ awaited' = awaited \ {c}
        /\ interrupt' = [interrupt EXCEPT ![c] = interrupt_Idle]
        /\ faults' = faults \cup Stale(default_ops_run)
     \/ /\ default_ops_run = NULL
        /\ awaited' = awaited \ {c}
        /\ interrupt' = [interrupt EXCEPT ![c] = interrupt_Idle]
        /\ UNCHANGED faults
  /\ UNCHANGED <<default_ops_run, cur, two, ops_run, life, provider, retired>>

\* fn.c:7   return n;
\* fn.c:40   WARN_ON(ops == &default_ops && fn(3) != 3);   (the compiler loads
\*           it again)
interrupt_Reload_3(c) ==
  /\ Running
  /\ interrupt[c].at = "reload default_ops.run (3)"
  /\ \/ /\ default_ops_run = "default_run"
        /\ awaited' = awaited \ {c}
        /\ interrupt' = [interrupt EXCEPT ![c] = interrupt_Idle]
        /\ faults' = faults \cup Stale(default_ops_run)
     \/ /\ default_ops_run # "default_run"
        /\ interrupt' = [interrupt EXCEPT
                         ![c].at = "call fn",
                         ![c].called = default_ops_run]
        /\ faults' = faults \cup Stale(default_ops_run)
        /\ UNCHANGED awaited
  /\ UNCHANGED <<default_ops_run, cur, two, ops_run, life, provider, retired>>

interrupt_Begins(c) ==
  interrupt_ReadOnce(c)

interrupt_GoesOn(c) ==
  \/ interrupt_PlainLoad(c)
  \/ interrupt_ThisCpuRead(c)
  \/ interrupt_Return_run(c)
  \/ interrupt_Call_fn(c)
  \/ interrupt_Return_fn(c)
  \/ interrupt_PlainLoad_2(c)
  \/ interrupt_Call_run(c)
  \/ interrupt_Reload(c)
  \/ interrupt_Reload_2(c)
  \/ interrupt_Reload_3(c)

\* The thread has begun and is not held up: one of these steps can be taken.
interrupt_CanGoOn(c) ==
  /\ interrupt[c].at # "idle"
  /\ Running

\* The thread, having begun, takes a step: no other thread changes its
\* position.
interrupt_Moves(c) ==
  /\ interrupt[c].at # "idle"
  /\ interrupt[c]' # interrupt[c]

-----------------------------------------------------------------------------
Next ==
  \/ provider_Begins \/ provider_GoesOn
  \/ \E c \in CPUs : interrupt_Begins(c) \/ interrupt_GoesOn(c)

Spec == Init /\ [][Next]_vars

\* A thread that has begun and can continue does so eventually. No thread is
\* required to start.
Fairness ==
  /\ SF_vars(provider_GoesOn)
  /\ \A c \in CPUs : WF_vars(interrupt_GoesOn(c))

\* The same by its definition, with what ENABLED is: TLC is slow to evaluate
\* that. The configuration substitutes this for Fairness.
FairnessForTLC ==
  /\ <>[]~provider_CanGoOn \/ []<><<provider_GoesOn>>_vars
  /\ \A c \in CPUs :
       []<>~interrupt_CanGoOn(c) \/ []<><<interrupt_Moves(c)>>_vars

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
        \A c \in CPUs : o \notin {interrupt[c].called, interrupt[c].fn,
                                interrupt[c].followed, interrupt[c].ops,
                                interrupt[c].inside}

\* One run of a reader uses the callbacks of one registration only.
ConsistentSnapshot == "torn snapshot" \notin faults

\* No WARN_ON fires.
NoWarning == faults \cap {"warning", "BUG"} = {}

\* Nothing waits for something that can never come.
NoDeadlock ==
  LET Begun ==
        \/ provider.at \notin {"initialise", "registered"}
        \/ \E c \in CPUs : interrupt[c].at # "idle"
      CanGoOn ==
        \/ provider_CanGoOn
        \/ \E c \in CPUs : interrupt_CanGoOn(c)
  IN  Running /\ Begun => CanGoOn

\* An unregistration that has begun returns. (No thread stays in it for ever.
\* TLC would need a tableau for the same with ~>.)
UnregisterCompletes ==
  LET Unregistering ==
        provider.at \in {"store cur (2)", "store two (2)", "synchronize_rcu",
                        "grace period"}
  IN  []<>~(Unregistering /\ Running)

THEOREM Spec => []TypeOK

Symmetry == Permutations(CPUs)
=============================================================================

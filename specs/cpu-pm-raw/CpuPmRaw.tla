------------------------------ MODULE CpuPmRaw ------------------------------
(***************************************************************************)
(* cpu-pm-raw                                                              *)
(* drivers that CPUs notify before they sleep, in a raw chain              *)
(*                                                                         *)
(* May a driver go when it has unregistered its notifier?                  *)
(*                                                                         *)
(* Source: "PM: cpu: Make notifier chain use a raw_spinlock_t"             *)
(* Memory model: sc                                                        *)
(* Bounds: 2 CPUs, 2 objects (in the configurations)                       *)
(* Generated from specs/cpu-pm-raw/strategy.c by quiesce; edit that file,  *)
(* not this one.                                                           *)
(*                                                                         *)
(* Check it:  quiesce check cpu-pm-raw                                     *)
(*       or:  java -cp tla2tools.jar tlc2.TLC CpuPmRaw                     *)
(*      and:  java -cp tla2tools.jar tlc2.TLC \                            *)
(*              -config CpuPmRaw_liveness.cfg CpuPmRaw                     *)
(***************************************************************************)
EXTENDS FiniteSets, Integers, TLC

CONSTANTS
  CPUs,           \* the processors
  Tasks,          \* the tasks of each kind
  Objects,        \* the callback structures, registered one at a time
  Uninitialised,  \* what memory holds before anything is written to it
  NULL

ASSUME
  /\ IsFiniteSet(CPUs) /\ CPUs # {} /\ NULL \notin CPUs
  /\ IsFiniteSet(Tasks) /\ Tasks # {} /\ NULL \notin Tasks
  /\ IsFiniteSet(Objects) /\ Objects # {} /\ NULL \notin Objects
  /\ Uninitialised \notin Objects \cup {NULL}

VARIABLES
  cpu_pm_notifier_head, \* struct notifier_block *cpu_pm_notifier.head
  notifier_block_next, \* of each object: struct notifier_block *next
  cpu_pm_lock,    \* whether the lock is held
  life,           \* of each object: "raw", then "live", then "torn down"
  provider,       \* the module that registers: where it is, and its object
  cpu_pm_enter,   \* cpu_pm_enter() in each task: where it is, and its locals
  faults          \* what has gone wrong: no later state shows it

vars ==
  <<cpu_pm_notifier_head, notifier_block_next, cpu_pm_lock, life, provider,
    cpu_pm_enter, faults>>

\* What is wrong with using the object that a pointer points to.
Misuse(o) ==
  IF o = NULL THEN {"NULL dereference"}
  ELSE IF life[o] = "raw" THEN {"use before initialisation"}
  ELSE IF life[o] = "torn down" THEN {"use after teardown"}
  ELSE {}

\* What is wrong with reading a member of the object.
MemberMisuse(o, members) ==
  IF Misuse(o) # {} THEN Misuse(o)
  ELSE IF members[o] = Uninitialised THEN {"use before initialisation"}
  ELSE {}

\* Integers as their bits, in two's complement: \div and % round down, so -1 is
\* all ones.
RECURSIVE BitAnd(_, _)
BitAnd(v, w) ==
  IF v = 0 \/ w = 0 THEN 0
  ELSE IF v = -1 THEN w
  ELSE IF w = -1 THEN v
  ELSE 2 * BitAnd(v \div 2, w \div 2) + (v % 2) * (w % 2)

provider_Idle ==
  [at |-> "initialise",
   cpu |-> NULL,
   at_ |-> NULL,
   last |-> NULL,
   next |-> NULL,
   obj |-> NULL]

cpu_pm_enter_Idle ==
  [at |-> "idle",
   cpu |-> NULL,
   nb |-> NULL,
   next |-> NULL,
   inside |-> NULL,
   uses |-> NULL]

\* What holds of the variables in every state.
TypeOK ==
  /\ cpu_pm_notifier_head \in Objects \cup {NULL, Uninitialised}
  /\ notifier_block_next \in [Objects -> Objects \cup {NULL, Uninitialised}]
  /\ cpu_pm_lock \in BOOLEAN
  /\ life \in [Objects -> {"raw", "live", "torn down"}]
  /\ provider \in [at : {"initialise", "local_irq_save",
                         "spin_lock cpu_pm_lock", "load cpu_pm_notifier.head",
                         "assign last", "load next", "store next",
                         "store next (2)", "store cpu_pm_notifier.head",
                         "registered", "spin_lock cpu_pm_lock (2)",
                         "load cpu_pm_notifier.head (2)", "load next (2)",
                         "store next (3)", "load next (3)",
                         "store cpu_pm_notifier.head (2)", "assign last (2)",
                         "load next (4)", "tear down"},
                   cpu : CPUs \cup {NULL},
                   at_ : Objects \cup {NULL, Uninitialised},
                   last : Objects \cup {NULL, Uninitialised},
                   next : Objects \cup {NULL, Uninitialised},
                   obj : Objects \cup {NULL}]
  /\ cpu_pm_enter \in [Tasks
                       -> [at : {"idle", "load next", "call notifier_call",
                                 "in notifier_call"},
                           cpu : CPUs \cup {NULL},
                           nb : Objects \cup {NULL, Uninitialised},
                           next : Objects \cup {NULL, Uninitialised},
                           inside : Objects \cup {NULL, Uninitialised},
                           uses : Objects \cup {NULL, Uninitialised}]]
  /\ faults \subseteq {"NULL dereference", "use before initialisation",
                       "use after teardown", "warning"}

Init ==
  /\ cpu_pm_notifier_head = NULL
  /\ notifier_block_next = [o \in Objects |-> Uninitialised]
  /\ cpu_pm_lock = FALSE
  /\ life = [o \in Objects |-> "raw"]
  /\ provider = provider_Idle
  /\ cpu_pm_enter = [t \in Tasks |-> cpu_pm_enter_Idle]
  /\ faults = {}

-----------------------------------------------------------------------------
\* An oops ends the run.
Running ==
  faults \cap {"NULL dereference", "use before initialisation",
               "use after teardown"} = {}

\* A task holds CPU c, with preemption off.
Pinned(c) ==
  provider.cpu = c \/ (\E t \in Tasks : cpu_pm_enter[t].cpu = c)

\* CPU c can run a task that holds the given CPU, or none.
Runs(cpu, c) == cpu = c \/ (cpu = NULL /\ ~Pinned(c))

NextObject == CHOOSE o \in Objects : life[o] = "raw"

\* A reader is inside a callback of the object.
InUse(o) ==
  \E t \in Tasks : cpu_pm_enter[t].inside = o

-----------------------------------------------------------------------------
(* The provider: initialises an object, registers it, unregisters it,      *)
(* tears it down, and again with the next one.                             *)

provider_MayStep(c) ==
  /\ Running
  /\ Runs(provider.cpu, c)

\* The provider initialises its next object.
provider_Initialise(c) ==
  /\ provider_MayStep(c)
  /\ provider.at = "initialise"
  /\ \E o \in Objects : life[o] = "raw"
  /\ life' = [life EXCEPT ![NextObject] = "live"]
  /\ provider' = [provider EXCEPT !.at = "local_irq_save", !.obj = NextObject]
  /\ UNCHANGED <<cpu_pm_notifier_head, notifier_block_next, cpu_pm_lock,
                 cpu_pm_enter, faults>>

\* strategy.c:23   raw_spin_lock_irqsave(&cpu_pm_lock, flags);
cpu_pm_register_notifier_LocalIrqSave(c) ==
  /\ provider_MayStep(c)
  /\ provider.at = "local_irq_save"
  /\ provider' = [provider EXCEPT !.at = "spin_lock cpu_pm_lock", !.cpu = c]
  /\ UNCHANGED <<cpu_pm_notifier_head, notifier_block_next, cpu_pm_lock, life,
                 cpu_pm_enter, faults>>

\* strategy.c:23   raw_spin_lock_irqsave(&cpu_pm_lock, flags);
\* strategy.c:24   ret = raw_notifier_chain_register(&cpu_pm_notifier, nb);
cpu_pm_register_notifier_SpinLock(c) ==
  /\ provider_MayStep(c)
  /\ provider.at = "spin_lock cpu_pm_lock"
  /\ ~cpu_pm_lock
  /\ cpu_pm_lock' = TRUE
  /\ provider' = [provider EXCEPT
                  !.at = "load cpu_pm_notifier.head",
                  !.last = NULL]
  /\ UNCHANGED <<cpu_pm_notifier_head, notifier_block_next, life, cpu_pm_enter,
                 faults>>

\* strategy.c:24   ret = raw_notifier_chain_register(&cpu_pm_notifier, nb);
\* strategy.c:25   raw_spin_unlock_irqrestore(&cpu_pm_lock, flags);
\* strategy.c:26   return ret;
cpu_pm_register_notifier_PlainLoad(c) ==
  /\ provider_MayStep(c)
  /\ provider.at = "load cpu_pm_notifier.head"
  /\ \/ /\ cpu_pm_notifier_head # NULL
        /\ cpu_pm_notifier_head = provider.obj
        /\ cpu_pm_lock' = FALSE
        /\ provider' = [provider EXCEPT
                        !.at = "tear down",
                        !.cpu = NULL,
                        !.last = NULL]
        /\ faults' = faults \cup {"warning"}
     \/ \E given \in BOOLEAN :
          /\ cpu_pm_notifier_head # NULL
          /\ cpu_pm_notifier_head # provider.obj
          /\ given
          /\ provider' = [provider EXCEPT
                          !.at = "store next",
                          !.at_ = cpu_pm_notifier_head]
          /\ UNCHANGED <<cpu_pm_lock, faults>>
     \/ \E given \in BOOLEAN :
          /\ cpu_pm_notifier_head # NULL
          /\ cpu_pm_notifier_head # provider.obj
          /\ ~given
          /\ provider' = [provider EXCEPT
                          !.at = "assign last",
                          !.at_ = cpu_pm_notifier_head,
                          !.last = NULL]
          /\ UNCHANGED <<cpu_pm_lock, faults>>
     \/ /\ cpu_pm_notifier_head = NULL
        /\ provider' = [provider EXCEPT
                        !.at = "store next",
                        !.at_ = cpu_pm_notifier_head]
        /\ UNCHANGED <<cpu_pm_lock, faults>>
  /\ UNCHANGED <<cpu_pm_notifier_head, notifier_block_next, life,
                 cpu_pm_enter>>

\* strategy.c:24   ret = raw_notifier_chain_register(&cpu_pm_notifier, nb);
cpu_pm_register_notifier_Assign(c) ==
  /\ provider_MayStep(c)
  /\ provider.at = "assign last"
  /\ provider' = [provider EXCEPT !.at = "load next", !.last = provider.at_]
  /\ UNCHANGED <<cpu_pm_notifier_head, notifier_block_next, cpu_pm_lock, life,
                 cpu_pm_enter, faults>>

\* strategy.c:24   ret = raw_notifier_chain_register(&cpu_pm_notifier, nb);
\* strategy.c:25   raw_spin_unlock_irqrestore(&cpu_pm_lock, flags);
\* strategy.c:26   return ret;
cpu_pm_register_notifier_PlainLoad_2(c) ==
  /\ provider_MayStep(c)
  /\ provider.at = "load next"
  /\ \/ /\ MemberMisuse(provider.at_, notifier_block_next) # {}
        /\ faults' = faults \cup MemberMisuse(provider.at_,
                                              notifier_block_next)
        /\ UNCHANGED <<cpu_pm_lock, provider>>
     \/ /\ MemberMisuse(provider.at_, notifier_block_next) = {}
        /\ \/ /\ notifier_block_next[provider.at_] # NULL
              /\ notifier_block_next[provider.at_] = provider.obj
              /\ cpu_pm_lock' = FALSE
              /\ provider' = [provider EXCEPT
                              !.at = "tear down",
                              !.cpu = NULL,
                              !.at_ = NULL,
                              !.last = NULL]
              /\ faults' = faults \cup {"warning"}
           \/ \E given \in BOOLEAN :
                /\ notifier_block_next[provider.at_] # NULL
                /\ notifier_block_next[provider.at_] # provider.obj
                /\ given
                /\ provider' = [provider EXCEPT
                                !.at = "store next",
                                !.at_ = notifier_block_next[provider.at_]]
                /\ UNCHANGED <<cpu_pm_lock, faults>>
           \/ \E given \in BOOLEAN :
                /\ notifier_block_next[provider.at_] # NULL
                /\ notifier_block_next[provider.at_] # provider.obj
                /\ ~given
                /\ provider' = [provider EXCEPT
                                !.at = "assign last",
                                !.at_ = notifier_block_next[provider.at_],
                                !.last = NULL]
                /\ UNCHANGED <<cpu_pm_lock, faults>>
           \/ /\ notifier_block_next[provider.at_] = NULL
              /\ provider' = [provider EXCEPT
                              !.at = "store next",
                              !.at_ = notifier_block_next[provider.at_]]
              /\ UNCHANGED <<cpu_pm_lock, faults>>
  /\ UNCHANGED <<cpu_pm_notifier_head, notifier_block_next, life,
                 cpu_pm_enter>>

\* strategy.c:24   ret = raw_notifier_chain_register(&cpu_pm_notifier, nb);
cpu_pm_register_notifier_PlainStore(c) ==
  /\ provider_MayStep(c)
  /\ provider.at = "store next"
  /\ \/ /\ Misuse(provider.obj) # {}
        /\ faults' = faults \cup Misuse(provider.obj)
        /\ UNCHANGED <<notifier_block_next, provider>>
     \/ /\ Misuse(provider.obj) = {}
        /\ notifier_block_next' = [notifier_block_next EXCEPT
                                   ![provider.obj] = provider.at_]
        /\ \/ /\ provider.last # NULL
              /\ provider' = [provider EXCEPT
                              !.at = "store next (2)",
                              !.at_ = NULL]
              /\ UNCHANGED faults
           \/ /\ provider.last = NULL
              /\ provider' = [provider EXCEPT
                              !.at = "store cpu_pm_notifier.head",
                              !.at_ = NULL,
                              !.last = NULL]
              /\ UNCHANGED faults
  /\ UNCHANGED <<cpu_pm_notifier_head, cpu_pm_lock, life, cpu_pm_enter>>

\* strategy.c:24   ret = raw_notifier_chain_register(&cpu_pm_notifier, nb);
\* strategy.c:25   raw_spin_unlock_irqrestore(&cpu_pm_lock, flags);
\* strategy.c:26   return ret;
cpu_pm_register_notifier_RcuAssignPointer(c) ==
  /\ provider_MayStep(c)
  /\ provider.at = "store next (2)"
  /\ \/ /\ Misuse(provider.last) # {}
        /\ faults' = faults \cup Misuse(provider.last)
        /\ UNCHANGED <<notifier_block_next, cpu_pm_lock, provider>>
     \/ /\ Misuse(provider.last) = {}
        /\ notifier_block_next' = [notifier_block_next EXCEPT
                                   ![provider.last] = provider.obj]
        /\ cpu_pm_lock' = FALSE
        /\ provider' = [provider EXCEPT
                        !.at = "registered",
                        !.cpu = NULL,
                        !.last = NULL]
        /\ UNCHANGED faults
  /\ UNCHANGED <<cpu_pm_notifier_head, life, cpu_pm_enter>>

\* strategy.c:24   ret = raw_notifier_chain_register(&cpu_pm_notifier, nb);
\* strategy.c:25   raw_spin_unlock_irqrestore(&cpu_pm_lock, flags);
\* strategy.c:26   return ret;
cpu_pm_register_notifier_RcuAssignPointer_2(c) ==
  /\ provider_MayStep(c)
  /\ provider.at = "store cpu_pm_notifier.head"
  /\ cpu_pm_notifier_head' = provider.obj
  /\ cpu_pm_lock' = FALSE
  /\ provider' = [provider EXCEPT !.at = "registered", !.cpu = NULL]
  /\ UNCHANGED <<notifier_block_next, life, cpu_pm_enter, faults>>

\* Registered; unregistering may begin.
\* strategy.c:33   raw_spin_lock_irqsave(&cpu_pm_lock, flags);
provider_BeginUnregister(c) ==
  /\ provider_MayStep(c)
  /\ provider.at = "registered"
  /\ provider' = [provider EXCEPT
                  !.at = "spin_lock cpu_pm_lock (2)",
                  !.cpu = c]
  /\ UNCHANGED <<cpu_pm_notifier_head, notifier_block_next, cpu_pm_lock, life,
                 cpu_pm_enter, faults>>

\* strategy.c:33   raw_spin_lock_irqsave(&cpu_pm_lock, flags);
\* strategy.c:34   raw_notifier_chain_unregister(&cpu_pm_notifier, nb);
cpu_pm_unregister_notifier_SpinLock(c) ==
  /\ provider_MayStep(c)
  /\ provider.at = "spin_lock cpu_pm_lock (2)"
  /\ ~cpu_pm_lock
  /\ cpu_pm_lock' = TRUE
  /\ provider' = [provider EXCEPT
                  !.at = "load cpu_pm_notifier.head (2)",
                  !.last = NULL]
  /\ UNCHANGED <<cpu_pm_notifier_head, notifier_block_next, life, cpu_pm_enter,
                 faults>>

\* strategy.c:34   raw_notifier_chain_unregister(&cpu_pm_notifier, nb);
\* strategy.c:35   raw_spin_unlock_irqrestore(&cpu_pm_lock, flags);
cpu_pm_unregister_notifier_PlainLoad(c) ==
  /\ provider_MayStep(c)
  /\ provider.at = "load cpu_pm_notifier.head (2)"
  /\ \/ /\ cpu_pm_notifier_head # NULL
        /\ cpu_pm_notifier_head = provider.obj
        /\ provider.last # NULL
        /\ provider' = [provider EXCEPT !.at = "load next (2)"]
        /\ UNCHANGED cpu_pm_lock
     \/ /\ cpu_pm_notifier_head # NULL
        /\ cpu_pm_notifier_head = provider.obj
        /\ provider.last = NULL
        /\ provider' = [provider EXCEPT !.at = "load next (3)", !.last = NULL]
        /\ UNCHANGED cpu_pm_lock
     \/ /\ cpu_pm_notifier_head # NULL
        /\ cpu_pm_notifier_head # provider.obj
        /\ provider' = [provider EXCEPT
                        !.at = "assign last (2)",
                        !.at_ = cpu_pm_notifier_head,
                        !.last = NULL]
        /\ UNCHANGED cpu_pm_lock
     \/ /\ cpu_pm_notifier_head = NULL
        /\ cpu_pm_lock' = FALSE
        /\ provider' = [provider EXCEPT
                        !.at = "tear down",
                        !.cpu = NULL,
                        !.last = NULL]
  /\ UNCHANGED <<cpu_pm_notifier_head, notifier_block_next, life, cpu_pm_enter,
                 faults>>

\* strategy.c:34   raw_notifier_chain_unregister(&cpu_pm_notifier, nb);
cpu_pm_unregister_notifier_PlainLoad_2(c) ==
  /\ provider_MayStep(c)
  /\ provider.at = "load next (2)"
  /\ \/ /\ MemberMisuse(provider.obj, notifier_block_next) # {}
        /\ faults' = faults \cup MemberMisuse(provider.obj,
                                              notifier_block_next)
        /\ UNCHANGED provider
     \/ /\ MemberMisuse(provider.obj, notifier_block_next) = {}
        /\ provider' = [provider EXCEPT
                        !.at = "store next (3)",
                        !.next = notifier_block_next[provider.obj]]
        /\ UNCHANGED faults
  /\ UNCHANGED <<cpu_pm_notifier_head, notifier_block_next, cpu_pm_lock, life,
                 cpu_pm_enter>>

\* strategy.c:34   raw_notifier_chain_unregister(&cpu_pm_notifier, nb);
\* strategy.c:35   raw_spin_unlock_irqrestore(&cpu_pm_lock, flags);
cpu_pm_unregister_notifier_RcuAssignPointer(c) ==
  /\ provider_MayStep(c)
  /\ provider.at = "store next (3)"
  /\ \/ /\ Misuse(provider.last) # {}
        /\ faults' = faults \cup Misuse(provider.last)
        /\ UNCHANGED <<notifier_block_next, cpu_pm_lock, provider>>
     \/ /\ Misuse(provider.last) = {}
        /\ notifier_block_next' = [notifier_block_next EXCEPT
                                   ![provider.last] = provider.next]
        /\ cpu_pm_lock' = FALSE
        /\ provider' = [provider EXCEPT
                        !.at = "tear down",
                        !.cpu = NULL,
                        !.last = NULL,
                        !.next = NULL]
        /\ UNCHANGED faults
  /\ UNCHANGED <<cpu_pm_notifier_head, life, cpu_pm_enter>>

\* strategy.c:34   raw_notifier_chain_unregister(&cpu_pm_notifier, nb);
cpu_pm_unregister_notifier_PlainLoad_3(c) ==
  /\ provider_MayStep(c)
  /\ provider.at = "load next (3)"
  /\ \/ /\ MemberMisuse(provider.obj, notifier_block_next) # {}
        /\ faults' = faults \cup MemberMisuse(provider.obj,
                                              notifier_block_next)
        /\ UNCHANGED provider
     \/ /\ MemberMisuse(provider.obj, notifier_block_next) = {}
        /\ provider' = [provider EXCEPT
                        !.at = "store cpu_pm_notifier.head (2)",
                        !.next = notifier_block_next[provider.obj]]
        /\ UNCHANGED faults
  /\ UNCHANGED <<cpu_pm_notifier_head, notifier_block_next, cpu_pm_lock, life,
                 cpu_pm_enter>>

\* strategy.c:34   raw_notifier_chain_unregister(&cpu_pm_notifier, nb);
\* strategy.c:35   raw_spin_unlock_irqrestore(&cpu_pm_lock, flags);
cpu_pm_unregister_notifier_RcuAssignPointer_2(c) ==
  /\ provider_MayStep(c)
  /\ provider.at = "store cpu_pm_notifier.head (2)"
  /\ cpu_pm_notifier_head' = provider.next
  /\ cpu_pm_lock' = FALSE
  /\ provider' = [provider EXCEPT
                  !.at = "tear down",
                  !.cpu = NULL,
                  !.next = NULL]
  /\ UNCHANGED <<notifier_block_next, life, cpu_pm_enter, faults>>

\* strategy.c:34   raw_notifier_chain_unregister(&cpu_pm_notifier, nb);
cpu_pm_unregister_notifier_Assign(c) ==
  /\ provider_MayStep(c)
  /\ provider.at = "assign last (2)"
  /\ provider' = [provider EXCEPT
                  !.at = "load next (4)",
                  !.last = provider.at_]
  /\ UNCHANGED <<cpu_pm_notifier_head, notifier_block_next, cpu_pm_lock, life,
                 cpu_pm_enter, faults>>

\* strategy.c:34   raw_notifier_chain_unregister(&cpu_pm_notifier, nb);
\* strategy.c:35   raw_spin_unlock_irqrestore(&cpu_pm_lock, flags);
cpu_pm_unregister_notifier_PlainLoad_4(c) ==
  /\ provider_MayStep(c)
  /\ provider.at = "load next (4)"
  /\ \/ /\ MemberMisuse(provider.at_, notifier_block_next) # {}
        /\ faults' = faults \cup MemberMisuse(provider.at_,
                                              notifier_block_next)
        /\ UNCHANGED <<cpu_pm_lock, provider>>
     \/ /\ MemberMisuse(provider.at_, notifier_block_next) = {}
        /\ \/ /\ notifier_block_next[provider.at_] # NULL
              /\ notifier_block_next[provider.at_] = provider.obj
              /\ provider.last # NULL
              /\ provider' = [provider EXCEPT
                              !.at = "load next (2)",
                              !.at_ = NULL]
              /\ UNCHANGED <<cpu_pm_lock, faults>>
           \/ /\ notifier_block_next[provider.at_] # NULL
              /\ notifier_block_next[provider.at_] = provider.obj
              /\ provider.last = NULL
              /\ provider' = [provider EXCEPT
                              !.at = "load next (3)",
                              !.at_ = NULL,
                              !.last = NULL]
              /\ UNCHANGED <<cpu_pm_lock, faults>>
           \/ /\ notifier_block_next[provider.at_] # NULL
              /\ notifier_block_next[provider.at_] # provider.obj
              /\ provider' = [provider EXCEPT
                              !.at = "assign last (2)",
                              !.at_ = notifier_block_next[provider.at_],
                              !.last = NULL]
              /\ UNCHANGED <<cpu_pm_lock, faults>>
           \/ /\ notifier_block_next[provider.at_] = NULL
              /\ cpu_pm_lock' = FALSE
              /\ provider' = [provider EXCEPT
                              !.at = "tear down",
                              !.cpu = NULL,
                              !.at_ = NULL,
                              !.last = NULL]
              /\ UNCHANGED faults
  /\ UNCHANGED <<cpu_pm_notifier_head, notifier_block_next, life,
                 cpu_pm_enter>>

\* Unregistered: the object and the module's text are freed.
provider_TearDown(c) ==
  /\ provider_MayStep(c)
  /\ provider.at = "tear down"
  /\ life' = [life EXCEPT ![provider.obj] = "torn down"]
  /\ provider' = [provider EXCEPT !.at = "initialise", !.obj = NULL]
  /\ faults' = faults \cup (IF InUse(provider.obj) THEN {"use after teardown"}
                            ELSE {})
  /\ UNCHANGED <<cpu_pm_notifier_head, notifier_block_next, cpu_pm_lock,
                 cpu_pm_enter>>

provider_Begins(c) ==
  \/ provider_Initialise(c)
  \/ provider_BeginUnregister(c)

provider_GoesOn(c) ==
  \/ cpu_pm_register_notifier_LocalIrqSave(c)
  \/ cpu_pm_register_notifier_SpinLock(c)
  \/ cpu_pm_register_notifier_PlainLoad(c)
  \/ cpu_pm_register_notifier_Assign(c)
  \/ cpu_pm_register_notifier_PlainLoad_2(c)
  \/ cpu_pm_register_notifier_PlainStore(c)
  \/ cpu_pm_register_notifier_RcuAssignPointer(c)
  \/ cpu_pm_register_notifier_RcuAssignPointer_2(c)
  \/ cpu_pm_unregister_notifier_SpinLock(c)
  \/ cpu_pm_unregister_notifier_PlainLoad(c)
  \/ cpu_pm_unregister_notifier_PlainLoad_2(c)
  \/ cpu_pm_unregister_notifier_RcuAssignPointer(c)
  \/ cpu_pm_unregister_notifier_PlainLoad_3(c)
  \/ cpu_pm_unregister_notifier_RcuAssignPointer_2(c)
  \/ cpu_pm_unregister_notifier_Assign(c)
  \/ cpu_pm_unregister_notifier_PlainLoad_4(c)
  \/ provider_TearDown(c)

\* The thread has begun, and nothing but a lock holds it up.
provider_CanRun(c) ==
  /\ provider.at \notin {"initialise", "registered"}
  /\ provider_MayStep(c)

\* The lock that it waits for is free, if any.
provider_HasTurn ==
  /\ provider.at = "spin_lock cpu_pm_lock" => ~cpu_pm_lock
  /\ provider.at = "spin_lock cpu_pm_lock (2)" => ~cpu_pm_lock

\* The thread has begun and is not held up: one of these steps can be taken.
provider_CanGoOn(c) ==
  /\ provider_CanRun(c)
  /\ provider_HasTurn

\* The thread, having begun, takes a step: no other thread changes its
\* position.
provider_Moves ==
  /\ provider.at \notin {"initialise", "registered"}
  /\ provider' # provider

-----------------------------------------------------------------------------
(* cpu_pm_enter(): a task.                                                 *)

cpu_pm_enter_MayStep(t, c) ==
  /\ Running
  /\ Runs(cpu_pm_enter[t].cpu, c)

\* strategy.c:40   local_irq_disable();
\* strategy.c:41   rcu_read_lock();
\* strategy.c:42   raw_notifier_call_chain(&cpu_pm_notifier, CPU_PM_ENTER,
\*                 NULL);
\* strategy.c:43   rcu_read_unlock();
\* strategy.c:44   local_irq_enable();
cpu_pm_enter_RcuDereference(t, c) ==
  /\ cpu_pm_enter_MayStep(t, c)
  /\ cpu_pm_enter[t].at = "idle"
  /\ \/ /\ cpu_pm_notifier_head # NULL
        /\ cpu_pm_enter' = [cpu_pm_enter EXCEPT
                            ![t].at = "load next",
                            ![t].cpu = c,
                            ![t].nb = cpu_pm_notifier_head]
     \/ /\ cpu_pm_notifier_head = NULL
        /\ cpu_pm_enter' = [cpu_pm_enter EXCEPT ![t] = cpu_pm_enter_Idle]
  /\ UNCHANGED <<cpu_pm_notifier_head, notifier_block_next, cpu_pm_lock, life,
                 provider, faults>>

\* strategy.c:42   raw_notifier_call_chain(&cpu_pm_notifier, CPU_PM_ENTER,
\*                 NULL);
cpu_pm_enter_RcuDereference_2(t, c) ==
  /\ cpu_pm_enter_MayStep(t, c)
  /\ cpu_pm_enter[t].at = "load next"
  /\ \/ /\ MemberMisuse(cpu_pm_enter[t].nb, notifier_block_next) # {}
        /\ faults' = faults \cup MemberMisuse(cpu_pm_enter[t].nb,
                                              notifier_block_next)
        /\ UNCHANGED cpu_pm_enter
     \/ /\ MemberMisuse(cpu_pm_enter[t].nb, notifier_block_next) = {}
        /\ cpu_pm_enter' =
          [cpu_pm_enter EXCEPT
           ![t].at = "call notifier_call",
           ![t].next = notifier_block_next[cpu_pm_enter[t].nb]]
        /\ UNCHANGED faults
  /\ UNCHANGED <<cpu_pm_notifier_head, notifier_block_next, cpu_pm_lock, life,
                 provider>>

\* strategy.c:42   raw_notifier_call_chain(&cpu_pm_notifier, CPU_PM_ENTER,
\*                 NULL);
cpu_pm_enter_Call_notifier_call(t, c) ==
  /\ cpu_pm_enter_MayStep(t, c)
  /\ cpu_pm_enter[t].at = "call notifier_call"
  /\ cpu_pm_enter' = [cpu_pm_enter EXCEPT
                      ![t].at = "in notifier_call",
                      ![t].nb = NULL,
                      ![t].inside = cpu_pm_enter[t].nb]
  /\ faults' = faults \cup Misuse(cpu_pm_enter[t].nb)
  /\ UNCHANGED <<cpu_pm_notifier_head, notifier_block_next, cpu_pm_lock, life,
                 provider>>

\* strategy.c:42   raw_notifier_call_chain(&cpu_pm_notifier, CPU_PM_ENTER,
\*                 NULL);   (the callback returns)
\* strategy.c:43   rcu_read_unlock();
\* strategy.c:44   local_irq_enable();
cpu_pm_enter_Return_notifier_call(t, c) ==
  /\ cpu_pm_enter_MayStep(t, c)
  /\ cpu_pm_enter[t].at = "in notifier_call"
  /\ \E result \in {(-17), (-16), (-2), 0, 1, 32768, 32769} :
       \/ /\ BitAnd(result, 32768) # 0
          /\ cpu_pm_enter' = [cpu_pm_enter EXCEPT ![t] = cpu_pm_enter_Idle]
       \/ /\ BitAnd(result, 32768) = 0
          /\ cpu_pm_enter[t].next # NULL
          /\ cpu_pm_enter' = [cpu_pm_enter EXCEPT
                              ![t].at = "load next",
                              ![t].nb = cpu_pm_enter[t].next,
                              ![t].next = NULL,
                              ![t].inside = NULL]
       \/ /\ BitAnd(result, 32768) = 0
          /\ cpu_pm_enter[t].next = NULL
          /\ cpu_pm_enter' = [cpu_pm_enter EXCEPT ![t] = cpu_pm_enter_Idle]
  /\ UNCHANGED <<cpu_pm_notifier_head, notifier_block_next, cpu_pm_lock, life,
                 provider, faults>>

cpu_pm_enter_Begins(t, c) ==
  cpu_pm_enter_RcuDereference(t, c)

cpu_pm_enter_GoesOn(t, c) ==
  \/ cpu_pm_enter_RcuDereference_2(t, c)
  \/ cpu_pm_enter_Call_notifier_call(t, c)
  \/ cpu_pm_enter_Return_notifier_call(t, c)

\* The thread has begun and is not held up: one of these steps can be taken.
cpu_pm_enter_CanGoOn(t, c) ==
  /\ cpu_pm_enter[t].at # "idle"
  /\ cpu_pm_enter_MayStep(t, c)

\* The thread, having begun, takes a step: no other thread changes its
\* position.
cpu_pm_enter_Moves(t) ==
  /\ cpu_pm_enter[t].at # "idle"
  /\ cpu_pm_enter[t]' # cpu_pm_enter[t]

-----------------------------------------------------------------------------
Next ==
  \/ \E c \in CPUs : provider_Begins(c) \/ provider_GoesOn(c)
  \/ \E t \in Tasks, c \in CPUs :
       cpu_pm_enter_Begins(t, c) \/ cpu_pm_enter_GoesOn(t, c)

Spec == Init /\ [][Next]_vars

\* A thread that has begun and can continue does so eventually. No thread is
\* required to start. Who waits for a lock keeps its turn while something else
\* has its CPU.
Fairness ==
  /\ SF_vars(\E c \in CPUs : provider_GoesOn(c))
  /\ \A t \in Tasks : SF_vars(\E c \in CPUs : cpu_pm_enter_GoesOn(t, c))
  /\ []<>(\E c \in CPUs : provider_CanRun(c)) /\ []<>provider_HasTurn
       => []<><<\E c \in CPUs : provider_GoesOn(c)>>_vars

\* The same by its definition, with what ENABLED is: TLC is slow to evaluate
\* that. The configuration substitutes this for Fairness.
FairnessForTLC ==
  /\ \/ <>[]~(\E c \in CPUs : provider_CanRun(c))
     \/ <>[]~provider_HasTurn
     \/ []<><<provider_Moves>>_vars
  /\ \A t \in Tasks :
       \/ <>[]~(\E c \in CPUs : cpu_pm_enter_CanGoOn(t, c))
       \/ []<><<cpu_pm_enter_Moves(t)>>_vars

FairSpec == Spec /\ Fairness

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
        \A t \in Tasks : o \notin {cpu_pm_enter[t].nb, cpu_pm_enter[t].next,
                                cpu_pm_enter[t].inside}

\* No WARN_ON fires.
NoWarning == faults \cap {"warning", "BUG"} = {}

\* Nothing waits for something that can never come.
NoDeadlock ==
  LET Begun ==
        \/ provider.at \notin {"initialise", "registered"}
        \/ \E t \in Tasks : cpu_pm_enter[t].at # "idle"
      CanGoOn ==
        \/ \E c \in CPUs : provider_CanGoOn(c)
        \/ \E t \in Tasks, c \in CPUs : cpu_pm_enter_CanGoOn(t, c)
  IN  Running /\ Begun => CanGoOn

\* An unregistration that has begun returns. (No thread stays in it for ever.
\* TLC would need a tableau for the same with ~>.)
UnregisterCompletes ==
  LET Unregistering ==
        provider.at \in {"spin_lock cpu_pm_lock (2)",
                        "load cpu_pm_notifier.head (2)", "load next (2)",
                        "store next (3)", "load next (3)",
                        "store cpu_pm_notifier.head (2)", "assign last (2)",
                        "load next (4)"}
  IN  []<>~(Unregistering /\ Running)

\* A reader that has begun returns. (No thread stays in it for ever. TLC would
\* need a tableau for the same with ~>.)
ReadersComplete ==
  \A t \in Tasks : []<>~(cpu_pm_enter[t].at # "idle" /\ Running)

THEOREM Spec => []TypeOK

Symmetry == Permutations(CPUs) \cup Permutations(Tasks)
=============================================================================

-------------------------- MODULE RcuCallbackLeft --------------------------
(***************************************************************************)
(* rcu-callback-left                                                       *)
(* a module that frees by call_rcu(), and goes                             *)
(*                                                                         *)
(* May RCU call a function of a module that is gone?                       *)
(*                                                                         *)
(* Source: Documentation/RCU/rcubarrier.rst, "Unloading Modules That Use   *)
(* call_rcu()"                                                             *)
(* Memory model: sc                                                        *)
(* Bounds: 2 CPUs, 2 objects (in the configurations)                       *)
(* Generated from specs/rcu-callback-left/strategy.c by quiesce; edit that *)
(* file, not this one.                                                     *)
(*                                                                         *)
(* A module that is loaded again begins afresh, with variables of its own: *)
(* it is loaded once here, and that is for any number.                     *)
(*                                                                         *)
(* Check it:  quiesce check rcu-callback-left                              *)
(*       or:  java -cp tla2tools.jar tlc2.TLC RcuCallbackLeft              *)
(*      and:  java -cp tla2tools.jar tlc2.TLC \                            *)
(*              -config RcuCallbackLeft_liveness.cfg RcuCallbackLeft       *)
(***************************************************************************)
EXTENDS FiniteSets, TLC

CONSTANTS
  CPUs,           \* the processors
  Tasks,          \* the tasks of each kind
  Objects,        \* what is registered, one at a time, and what is allocated
  NULL

ASSUME
  /\ IsFiniteSet(CPUs) /\ CPUs # {} /\ NULL \notin CPUs
  /\ IsFiniteSet(Tasks) /\ Tasks # {} /\ NULL \notin Tasks
  /\ IsFiniteSet(Objects) /\ Objects # {} /\ NULL \notin Objects

VARIABLES
  limits,         \* struct limits *limits
  limits_rcu_pending, \* of each object: whether a run of limits.rcu is due
  \* of each object: whether a run of limits.rcu is in progress
  limits_rcu_running,
  \* of each object: whether RCU has it, before a grace period
  limits_rcu_queue_pending,
  \* of each object: whether RCU has it, in a grace period
  limits_rcu_queue_running,
  life,           \* of each object: "raw", then "live", then "torn down"
  provider,       \* the module that registers: where it is, and its object
  limits_free,    \* limits_free() on each CPU: where it is, and its locals
  \* rcu_limits_rcu_queue() in each task: where it is, and its locals
  rcu_limits_rcu_queue,
  awaited,        \* the read-side sections that the grace period waits for
  faults          \* what has gone wrong: no later state shows it

vars ==
  <<limits, limits_rcu_pending, limits_rcu_running, limits_rcu_queue_pending,
    limits_rcu_queue_running, life, provider, limits_free,
    rcu_limits_rcu_queue, awaited, faults>>

\* What is wrong with using the object that a pointer points to.
Misuse(o) ==
  IF o = NULL THEN {"NULL dereference"}
  ELSE IF life[o] = "raw" THEN {"use before initialisation"}
  ELSE IF life[o] = "torn down" THEN {"use after teardown"}
  ELSE {}

provider_Idle ==
  [at |-> "initialise", lim |-> NULL, limits |-> NULL, obj |-> NULL]

limits_free_Idle == [at |-> "idle", given |-> NULL, of |-> NULL]

rcu_limits_rcu_queue_Idle == [at |-> "idle", of |-> NULL]

\* What holds of the variables in every state.
TypeOK ==
  /\ limits \in Objects \cup {NULL}
  /\ limits_rcu_pending \in [Objects -> BOOLEAN]
  /\ limits_rcu_running \in [Objects -> BOOLEAN]
  /\ limits_rcu_queue_pending \in [Objects -> BOOLEAN]
  /\ limits_rcu_queue_running \in [Objects -> BOOLEAN]
  /\ life \in [Objects -> {"raw", "live", "torn down"}]
  /\ provider \in [at : {"initialise", "kzalloc", "store limits", "registered",
                         "outlived limits.rcu", "outlived limits.rcu.queue",
                         "tear down", "arm limits.rcu.queue", "reload limits"},
                   lim : Objects \cup {NULL},
                   limits : Objects \cup {NULL},
                   obj : Objects \cup {NULL}]
  /\ limits_free \in [CPUs
                      -> [at : {"idle", "kfree"},
                          given : Objects \cup {NULL},
                          of : Objects \cup {NULL}]]
  /\ rcu_limits_rcu_queue \in [Tasks
                               -> [at : {"idle", "synchronize_rcu",
                                         "grace period",
                                         "hand limits.rcu.queue"},
                                   of : Objects \cup {NULL}]]
  /\ awaited \in [Tasks -> SUBSET CPUs]
  /\ faults \subseteq {"NULL dereference", "use before initialisation",
                       "use after teardown"}

Init ==
  /\ limits = NULL
  /\ limits_rcu_pending = [o \in Objects |-> FALSE]
  /\ limits_rcu_running = [o \in Objects |-> FALSE]
  /\ limits_rcu_queue_pending = [o \in Objects |-> FALSE]
  /\ limits_rcu_queue_running = [o \in Objects |-> FALSE]
  /\ life = [o \in Objects |-> "raw"]
  /\ provider = provider_Idle
  /\ limits_free = [c \in CPUs |-> limits_free_Idle]
  /\ rcu_limits_rcu_queue = [t \in Tasks |-> rcu_limits_rcu_queue_Idle]
  /\ awaited = [t \in Tasks |-> {}]
  /\ faults = {}

-----------------------------------------------------------------------------
\* An oops ends the run.
Running ==
  faults \cap {"NULL dereference", "use before initialisation",
               "use after teardown"} = {}

\* What runs on CPU c is held up until the handler returns.
Interrupted(c) == limits_free[c].at # "idle"

\* A task can be put on CPU c.
Available(c) == ~Interrupted(c)

NextObject == CHOOSE o \in Objects : life[o] = "raw"

\* The read-side sections in progress.
Sections == {c \in CPUs : limits_free[c].at # "idle"}

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
  /\ \A o \in Objects : life[o] = "raw"
  /\ life' = [life EXCEPT ![NextObject] = "live"]
  /\ provider' = [provider EXCEPT !.at = "kzalloc", !.obj = NextObject]
  /\ UNCHANGED <<limits, limits_rcu_pending, limits_rcu_running,
                 limits_rcu_queue_pending, limits_rcu_queue_running,
                 limits_free, rcu_limits_rcu_queue, awaited, faults>>

\* strategy.c:28   struct limits *lim = kzalloc(sizeof( *lim), GFP_KERNEL);
\* strategy.c:30   if (!lim)
\* strategy.c:31   return -ENOMEM;
limits_init_Allocate ==
  /\ provider_MayStep
  /\ provider.at = "kzalloc"
  /\ \/ /\ provider' = [provider EXCEPT !.at = "outlived limits.rcu"]
        /\ UNCHANGED life
     \/ /\ \E o \in Objects : life[o] = "raw"
        /\ life' = [life EXCEPT ![NextObject] = "live"]
        /\ \/ /\ NextObject # NULL
              /\ provider' = [provider EXCEPT
                              !.at = "store limits",
                              !.lim = NextObject]
           \/ /\ NextObject = NULL
              /\ provider' = [provider EXCEPT !.at = "outlived limits.rcu"]
  /\ UNCHANGED <<limits, limits_rcu_pending, limits_rcu_running,
                 limits_rcu_queue_pending, limits_rcu_queue_running,
                 limits_free, rcu_limits_rcu_queue, awaited, faults>>

\* strategy.c:32   limits = lim;
\* strategy.c:33   return 0;
limits_init_PlainStore ==
  /\ provider_MayStep
  /\ provider.at = "store limits"
  /\ limits' = provider.lim
  /\ provider' = [provider EXCEPT !.at = "registered", !.lim = NULL]
  /\ UNCHANGED <<limits_rcu_pending, limits_rcu_running,
                 limits_rcu_queue_pending, limits_rcu_queue_running, life,
                 limits_free, rcu_limits_rcu_queue, awaited, faults>>

\* strategy.c:39   call_rcu(&limits->rcu, limits_free);
limits_exit_PlainLoad ==
  /\ provider_MayStep
  /\ provider.at = "registered"
  /\ \/ /\ limits # NULL
        /\ provider' = [provider EXCEPT
                        !.at = "arm limits.rcu.queue",
                        !.limits = limits]
        /\ UNCHANGED faults
     \/ /\ limits # NULL
        /\ provider' = [provider EXCEPT !.at = "reload limits"]
        /\ UNCHANGED faults
     \/ /\ limits = NULL
        /\ provider' = [provider EXCEPT !.limits = limits]
        /\ faults' = faults \cup {"NULL dereference"}
  /\ UNCHANGED <<limits, limits_rcu_pending, limits_rcu_running,
                 limits_rcu_queue_pending, limits_rcu_queue_running, life,
                 limits_free, rcu_limits_rcu_queue, awaited>>

\* strategy.c:21   static void limits_free(struct rcu_head *head)
limits_free_Outlived ==
  /\ provider_MayStep
  /\ provider.at = "outlived limits.rcu"
  /\ provider' = [provider EXCEPT !.at = "outlived limits.rcu.queue"]
  /\ faults' = faults \cup (IF \E o \in Objects :
                                 limits_rcu_pending[o] \/ limits_rcu_running[o]
                              THEN {"use after teardown"}
                            ELSE {})
  /\ UNCHANGED <<limits, limits_rcu_pending, limits_rcu_running,
                 limits_rcu_queue_pending, limits_rcu_queue_running, life,
                 limits_free, rcu_limits_rcu_queue, awaited>>

\* strategy.c:21   static void limits_free(struct rcu_head *head)
limits_free_Outlived_2 ==
  /\ provider_MayStep
  /\ provider.at = "outlived limits.rcu.queue"
  /\ provider' = [provider EXCEPT !.at = "tear down"]
  /\ faults' = faults \cup (IF \E o \in Objects :
                                 \/ limits_rcu_queue_pending[o]
                                 \/ limits_rcu_queue_running[o]
                              THEN {"use after teardown"}
                            ELSE {})
  /\ UNCHANGED <<limits, limits_rcu_pending, limits_rcu_running,
                 limits_rcu_queue_pending, limits_rcu_queue_running, life,
                 limits_free, rcu_limits_rcu_queue, awaited>>

\* Unregistered: the object and the module's text are freed.
provider_TearDown ==
  /\ provider_MayStep
  /\ provider.at = "tear down"
  /\ life' = [life EXCEPT ![provider.obj] = "torn down"]
  /\ provider' = [provider EXCEPT !.at = "initialise", !.obj = NULL]
  /\ UNCHANGED <<limits, limits_rcu_pending, limits_rcu_running,
                 limits_rcu_queue_pending, limits_rcu_queue_running,
                 limits_free, rcu_limits_rcu_queue, awaited, faults>>

\* strategy.c:39   call_rcu(&limits->rcu, limits_free);
limits_exit_Arm ==
  /\ provider_MayStep
  /\ provider.at = "arm limits.rcu.queue"
  /\ \/ /\ Misuse(provider.limits) # {}
        /\ faults' = faults \cup Misuse(provider.limits)
        /\ UNCHANGED <<limits_rcu_queue_pending, provider>>
     \/ /\ Misuse(provider.limits) = {}
        /\ limits_rcu_queue_pending' = [limits_rcu_queue_pending EXCEPT
                                        ![provider.limits] = TRUE]
        /\ provider' = [provider EXCEPT
                        !.at = "outlived limits.rcu",
                        !.limits = NULL]
        /\ UNCHANGED faults
  /\ UNCHANGED <<limits, limits_rcu_pending, limits_rcu_running,
                 limits_rcu_queue_running, life, limits_free,
                 rcu_limits_rcu_queue, awaited>>

\* strategy.c:39   call_rcu(&limits->rcu, limits_free);   (the compiler loads
\*                 it again)
limits_exit_Reload ==
  /\ provider_MayStep
  /\ provider.at = "reload limits"
  /\ provider' = [provider EXCEPT
                  !.at = "arm limits.rcu.queue",
                  !.limits = limits]
  /\ UNCHANGED <<limits, limits_rcu_pending, limits_rcu_running,
                 limits_rcu_queue_pending, limits_rcu_queue_running, life,
                 limits_free, rcu_limits_rcu_queue, awaited, faults>>

provider_Begins ==
  \/ provider_Initialise
  \/ limits_exit_PlainLoad

provider_GoesOn ==
  \/ limits_init_Allocate
  \/ limits_init_PlainStore
  \/ limits_free_Outlived
  \/ limits_free_Outlived_2
  \/ provider_TearDown
  \/ limits_exit_Arm
  \/ limits_exit_Reload

\* The thread has begun and is not held up: one of these steps can be taken.
provider_CanGoOn ==
  /\ provider.at \notin {"initialise", "registered"}
  /\ provider_MayStep

\* The thread, having begun, takes a step: no other thread changes its
\* position.
provider_Moves ==
  /\ provider.at \notin {"initialise", "registered"}
  /\ provider' # provider

-----------------------------------------------------------------------------
(* limits_free(): a softirq handler, and as such one read-side section.    *)

\* strategy.c:21   static void limits_free(struct rcu_head *head)
\* strategy.c:23   kfree(container_of(head, struct limits, rcu));
limits_free_Run(c) ==
  /\ Running
  /\ limits_free[c].at = "idle"
  /\ \E o \in Objects :
       /\ limits_rcu_pending[o] /\ ~limits_rcu_running[o]
       /\ \/ /\ Misuse(o) # {}
             /\ faults' = faults \cup Misuse(o)
             /\ UNCHANGED <<limits_rcu_pending, limits_rcu_running,
                            limits_free>>
          \/ /\ Misuse(o) = {}
             /\ limits_rcu_pending' = [limits_rcu_pending EXCEPT ![o] = FALSE]
             /\ limits_rcu_running' = [limits_rcu_running EXCEPT ![o] = TRUE]
             /\ \/ /\ o # NULL
                   /\ limits_free' = [limits_free EXCEPT
                                      ![c].at = "kfree",
                                      ![c].given = o,
                                      ![c].of = o]
                   /\ UNCHANGED faults
                \/ /\ o = NULL
                   /\ limits_free' = [limits_free EXCEPT
                                      ![c].given = o,
                                      ![c].of = o]
                   /\ faults' = faults \cup {"NULL dereference"}
  /\ UNCHANGED <<limits, limits_rcu_queue_pending, limits_rcu_queue_running,
                 life, provider, rcu_limits_rcu_queue, awaited>>

\* strategy.c:21   static void limits_free(struct rcu_head *head)
\* strategy.c:23   kfree(container_of(head, struct limits, rcu));
limits_free_Free(c) ==
  /\ Running
  /\ limits_free[c].at = "kfree"
  /\ \/ /\ limits_free[c].given = NULL
        /\ limits_rcu_running' = [limits_rcu_running EXCEPT
                                  ![limits_free[c].of] = FALSE]
        /\ awaited' = [q \in DOMAIN awaited |-> awaited[q] \ {c}]
        /\ limits_free' = [limits_free EXCEPT ![c] = limits_free_Idle]
        /\ UNCHANGED <<life, faults>>
     \/ /\ limits_free[c].given # NULL
        /\ life' = [life EXCEPT ![limits_free[c].given] = "torn down"]
        /\ limits_rcu_running' = [limits_rcu_running EXCEPT
                                  ![limits_free[c].of] = FALSE]
        /\ awaited' = [q \in DOMAIN awaited |-> awaited[q] \ {c}]
        /\ limits_free' = [limits_free EXCEPT ![c] = limits_free_Idle]
        /\ faults' = faults \cup (IF life[limits_free[c].given] = "torn down"
                                    THEN {"use after teardown"}
                                  ELSE {})
  /\ UNCHANGED <<limits, limits_rcu_pending, limits_rcu_queue_pending,
                 limits_rcu_queue_running, provider, rcu_limits_rcu_queue>>

limits_free_GoesOn(c) ==
  \/ limits_free_Run(c)
  \/ limits_free_Free(c)

\* The thread has begun and is not held up: one of these steps can be taken.
limits_free_CanGoOn(c) ==
  /\ Running
  /\ limits_free[c].at = "idle"
       => (\E o \in Objects : limits_rcu_pending[o] /\ ~limits_rcu_running[o])

\* The thread, having begun, takes a step: no other thread changes its
\* position.
limits_free_Moves(c) == limits_free[c]' # limits_free[c]

-----------------------------------------------------------------------------
(* rcu_limits_rcu_queue(): a task.                                         *)

rcu_limits_rcu_queue_MayStep ==
  /\ Running
  /\ \E c \in CPUs : Available(c)

\* strategy.c:39   call_rcu(&limits->rcu, limits_free);
rcu_limits_rcu_queue_Run(t) ==
  /\ rcu_limits_rcu_queue_MayStep
  /\ rcu_limits_rcu_queue[t].at = "idle"
  /\ \E o \in Objects :
       /\ limits_rcu_queue_pending[o] /\ ~limits_rcu_queue_running[o]
       /\ \/ /\ Misuse(o) # {}
             /\ faults' = faults \cup Misuse(o)
             /\ UNCHANGED <<limits_rcu_queue_pending, limits_rcu_queue_running,
                            rcu_limits_rcu_queue>>
          \/ /\ Misuse(o) = {}
             /\ limits_rcu_queue_pending' = [limits_rcu_queue_pending EXCEPT
                                             ![o] = FALSE]
             /\ limits_rcu_queue_running' = [limits_rcu_queue_running EXCEPT
                                             ![o] = TRUE]
             /\ rcu_limits_rcu_queue' = [rcu_limits_rcu_queue EXCEPT
                                         ![t].at = "synchronize_rcu",
                                         ![t].of = o]
             /\ UNCHANGED faults
  /\ UNCHANGED <<limits, limits_rcu_pending, limits_rcu_running, life,
                 provider, limits_free, awaited>>

\* strategy.c:39   call_rcu(&limits->rcu, limits_free);
rcu_limits_rcu_queue_SynchronizeRcuBegin(t) ==
  /\ rcu_limits_rcu_queue_MayStep
  /\ rcu_limits_rcu_queue[t].at = "synchronize_rcu"
  /\ awaited' = [awaited EXCEPT ![t] = Sections]
  /\ rcu_limits_rcu_queue' = [rcu_limits_rcu_queue EXCEPT
                              ![t].at = "grace period"]
  /\ UNCHANGED <<limits, limits_rcu_pending, limits_rcu_running,
                 limits_rcu_queue_pending, limits_rcu_queue_running, life,
                 provider, limits_free, faults>>

\* strategy.c:39   call_rcu(&limits->rcu, limits_free);   (returns)
rcu_limits_rcu_queue_SynchronizeRcuEnd(t) ==
  /\ rcu_limits_rcu_queue_MayStep
  /\ rcu_limits_rcu_queue[t].at = "grace period"
  /\ awaited[t] = {}
  /\ rcu_limits_rcu_queue' = [rcu_limits_rcu_queue EXCEPT
                              ![t].at = "hand limits.rcu.queue"]
  /\ UNCHANGED <<limits, limits_rcu_pending, limits_rcu_running,
                 limits_rcu_queue_pending, limits_rcu_queue_running, life,
                 provider, limits_free, awaited, faults>>

\* strategy.c:39   call_rcu(&limits->rcu, limits_free);
rcu_limits_rcu_queue_Hand(t) ==
  /\ rcu_limits_rcu_queue_MayStep
  /\ rcu_limits_rcu_queue[t].at = "hand limits.rcu.queue"
  /\ \/ /\ Misuse(rcu_limits_rcu_queue[t].of) # {}
        /\ faults' = faults \cup Misuse(rcu_limits_rcu_queue[t].of)
        /\ UNCHANGED <<limits_rcu_pending, limits_rcu_queue_running,
                       rcu_limits_rcu_queue>>
     \/ /\ Misuse(rcu_limits_rcu_queue[t].of) = {}
        /\ limits_rcu_queue_running' = [limits_rcu_queue_running EXCEPT
                                        ![rcu_limits_rcu_queue[t].of] = FALSE]
        /\ limits_rcu_pending' = [limits_rcu_pending EXCEPT
                                  ![rcu_limits_rcu_queue[t].of] = TRUE]
        /\ rcu_limits_rcu_queue' = [rcu_limits_rcu_queue EXCEPT
                                    ![t] = rcu_limits_rcu_queue_Idle]
        /\ UNCHANGED faults
  /\ UNCHANGED <<limits, limits_rcu_running, limits_rcu_queue_pending, life,
                 provider, limits_free, awaited>>

rcu_limits_rcu_queue_GoesOn(t) ==
  \/ rcu_limits_rcu_queue_Run(t)
  \/ rcu_limits_rcu_queue_SynchronizeRcuBegin(t)
  \/ rcu_limits_rcu_queue_SynchronizeRcuEnd(t)
  \/ rcu_limits_rcu_queue_Hand(t)

\* The thread has begun and is not held up: one of these steps can be taken.
rcu_limits_rcu_queue_CanGoOn(t) ==
  /\ rcu_limits_rcu_queue_MayStep
  /\ rcu_limits_rcu_queue[t].at = "idle"
       => (\E o \in Objects :
             limits_rcu_queue_pending[o] /\ ~limits_rcu_queue_running[o])
  /\ rcu_limits_rcu_queue[t].at = "grace period" => awaited[t] = {}

\* The thread, having begun, takes a step: no other thread changes its
\* position.
rcu_limits_rcu_queue_Moves(t) ==
  rcu_limits_rcu_queue[t]' # rcu_limits_rcu_queue[t]

-----------------------------------------------------------------------------
Next ==
  \/ provider_Begins \/ provider_GoesOn
  \/ \E c \in CPUs : limits_free_GoesOn(c)
  \/ \E t \in Tasks : rcu_limits_rcu_queue_GoesOn(t)

Spec == Init /\ [][Next]_vars

\* A thread that has begun and can continue does so eventually. No thread is
\* required to start, but a run that somebody has asked for.
Fairness ==
  /\ SF_vars(provider_GoesOn)
  /\ \A c \in CPUs : SF_vars(limits_free_GoesOn(c))
  /\ \A t \in Tasks : SF_vars(rcu_limits_rcu_queue_GoesOn(t))

\* The same by its definition, with what ENABLED is: TLC is slow to evaluate
\* that. The configuration substitutes this for Fairness.
FairnessForTLC ==
  /\ <>[]~provider_CanGoOn \/ []<><<provider_Moves>>_vars
  /\ \A c \in CPUs :
       <>[]~limits_free_CanGoOn(c) \/ []<><<limits_free_Moves(c)>>_vars
  /\ \A t \in Tasks :
       \/ <>[]~rcu_limits_rcu_queue_CanGoOn(t)
       \/ []<><<rcu_limits_rcu_queue_Moves(t)>>_vars

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
        \A c \in CPUs : o \notin {limits_free[c].given}

\* Nothing waits for something that can never come.
NoDeadlock ==
  LET Begun ==
        \/ provider.at \notin {"initialise", "registered"}
        \/ \E c \in CPUs : limits_free[c].at # "idle"
        \/ \E t \in Tasks : rcu_limits_rcu_queue[t].at # "idle"
      CanGoOn ==
        \/ provider_CanGoOn
        \/ \E c \in CPUs : limits_free_CanGoOn(c)
        \/ \E t \in Tasks : rcu_limits_rcu_queue_CanGoOn(t)
  IN  Running /\ Begun => CanGoOn

\* A reader that has begun returns. (No thread stays in it for ever. TLC would
\* need a tableau for the same with ~>.)
ReadersComplete ==
  \A t \in Tasks : []<>~(rcu_limits_rcu_queue[t].at # "idle" /\ Running)

THEOREM Spec => []TypeOK

Symmetry == Permutations(CPUs) \cup Permutations(Tasks)
=============================================================================

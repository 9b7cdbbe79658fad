---------------------------- MODULE BrIoctlRtnl ----------------------------
(***************************************************************************)
(* br-ioctl-rtnl                                                           *)
(* the bridge's ioctl hook: one caller takes its mutex within rtnl         *)
(*                                                                         *)
(* Do all callers of the hook take its mutex and rtnl in one order?        *)
(*                                                                         *)
(* Source: before commit 893b19587534 ("net: bridge: fix ioctl locking")   *)
(* Memory model: sc                                                        *)
(* Bounds: 2 CPUs, 1 object (in the configurations)                        *)
(* Generated from specs/br-ioctl-rtnl/strategy.c by quiesce; edit that     *)
(* file, not this one.                                                     *)
(*                                                                         *)
(* Check it:  quiesce check br-ioctl-rtnl                                  *)
(*       or:  java -cp tla2tools.jar tlc2.TLC BrIoctlRtnl                  *)
(*      and:  java -cp tla2tools.jar tlc2.TLC \                            *)
(*              -config BrIoctlRtnl_liveness.cfg BrIoctlRtnl               *)
(***************************************************************************)
EXTENDS FiniteSets, TLC

CONSTANTS
  Tasks,          \* the tasks of each kind
  Objects,        \* the callback structures, registered one at a time
  NULL

ASSUME
  /\ IsFiniteSet(Tasks) /\ Tasks # {} /\ NULL \notin Tasks
  /\ IsFiniteSet(Objects) /\ Objects # {} /\ NULL \notin Objects

VARIABLES
  br_ioctl_hook,  \* int (*br_ioctl_hook)()
  br_ioctl_mutex, \* whether the lock is held
  rtnl_mutex,     \* whether the lock is held
  life,           \* of each object: "raw", then "live", then "torn down"
  provider,       \* the module that registers: where it is, and its object
  sock_ioctl,     \* sock_ioctl() in each task: where it is, and its locals
  faults          \* what has gone wrong: no later state shows it

vars ==
  <<br_ioctl_hook, br_ioctl_mutex, rtnl_mutex, life, provider, sock_ioctl,
    faults>>

\* What is wrong with using the object that a pointer points to.
Misuse(o) ==
  IF o = NULL THEN {"NULL dereference"}
  ELSE IF life[o] = "raw" THEN {"use before initialisation"}
  ELSE {}

provider_Idle == [at |-> "initialise", obj |-> NULL]

sock_ioctl_Idle ==
  [at |-> "idle", br_ioctl_hook |-> NULL, inside |-> NULL, uses |-> NULL]

\* What holds of the variables in every state.
TypeOK ==
  /\ br_ioctl_hook \in Objects \cup {NULL}
  /\ br_ioctl_mutex \in BOOLEAN
  /\ rtnl_mutex \in BOOLEAN
  /\ life \in [Objects -> {"raw", "live", "torn down"}]
  /\ provider \in [at : {"initialise", "mutex_lock br_ioctl_mutex",
                         "store br_ioctl_hook", "registered"},
                   obj : Objects \cup {NULL}]
  /\ sock_ioctl \in [Tasks
                     -> [at : {"idle", "mutex_lock rtnl_mutex",
                               "mutex_lock br_ioctl_mutex",
                               "load br_ioctl_hook", "load br_ioctl_hook (2)",
                               "call br_ioctl_hook", "in br_ioctl_hook",
                               "mutex_lock br_ioctl_mutex (2)",
                               "load br_ioctl_hook (3)",
                               "mutex_lock rtnl_mutex (2)",
                               "load br_ioctl_hook (4)",
                               "call br_ioctl_hook (2)",
                               "in br_ioctl_hook (2)"},
                         br_ioctl_hook : Objects \cup {NULL},
                         inside : Objects \cup {NULL},
                         uses : Objects \cup {NULL}]]
  /\ faults \subseteq {"NULL dereference", "use before initialisation",
                       "torn snapshot"}

Init ==
  /\ br_ioctl_hook = NULL
  /\ br_ioctl_mutex = FALSE
  /\ rtnl_mutex = FALSE
  /\ life = [o \in Objects |-> "raw"]
  /\ provider = provider_Idle
  /\ sock_ioctl = [t \in Tasks |-> sock_ioctl_Idle]
  /\ faults = {}

-----------------------------------------------------------------------------
\* An oops ends the run.
Running ==
  faults \cap {"NULL dereference", "use before initialisation"} = {}

NextObject == CHOOSE o \in Objects : life[o] = "raw"

\* One run of a reader must not mix two registrations. A call of NULL is a
\* fault of its own.
Torn(before, now) ==
  IF before = NULL \/ now \in {NULL, before} THEN {} ELSE {"torn snapshot"}

-----------------------------------------------------------------------------
(* The provider: initialises an object, registers it, unregisters it,      *)
(* tears it down, and again with the next one.                             *)

\* The provider initialises its next object.
provider_Initialise ==
  /\ Running
  /\ provider.at = "initialise"
  /\ \E o \in Objects : life[o] = "raw"
  /\ life' = [life EXCEPT ![NextObject] = "live"]
  /\ provider' = [provider EXCEPT
                  !.at = "mutex_lock br_ioctl_mutex",
                  !.obj = NextObject]
  /\ UNCHANGED <<br_ioctl_hook, br_ioctl_mutex, rtnl_mutex, sock_ioctl,
                 faults>>

\* strategy.c:22   mutex_lock(&br_ioctl_mutex);
brioctl_set_MutexLock ==
  /\ Running
  /\ provider.at = "mutex_lock br_ioctl_mutex"
  /\ ~br_ioctl_mutex
  /\ br_ioctl_mutex' = TRUE
  /\ provider' = [provider EXCEPT !.at = "store br_ioctl_hook"]
  /\ UNCHANGED <<br_ioctl_hook, rtnl_mutex, life, sock_ioctl, faults>>

\* strategy.c:23   br_ioctl_hook = hook;
\* strategy.c:24   mutex_unlock(&br_ioctl_mutex);
brioctl_set_PlainStore ==
  /\ Running
  /\ provider.at = "store br_ioctl_hook"
  /\ br_ioctl_hook' = provider.obj
  /\ br_ioctl_mutex' = FALSE
  /\ provider' = [provider EXCEPT !.at = "registered"]
  /\ UNCHANGED <<rtnl_mutex, life, sock_ioctl, faults>>

provider_Begins ==
  provider_Initialise

provider_GoesOn ==
  \/ brioctl_set_MutexLock
  \/ brioctl_set_PlainStore

\* The thread has begun and is not held up: one of these steps can be taken.
provider_CanGoOn ==
  /\ provider.at \notin {"initialise", "registered"}
  /\ Running
  /\ provider.at = "mutex_lock br_ioctl_mutex" => ~br_ioctl_mutex

\* The thread, having begun, takes a step: no other thread changes its
\* position.
provider_Moves ==
  /\ provider.at \notin {"initialise", "registered"}
  /\ provider' # provider

-----------------------------------------------------------------------------
(* sock_ioctl(): a task.                                                   *)

\* strategy.c:49   __task void sock_ioctl(bool of_a_device)
\* strategy.c:51   if (of_a_device)
sock_ioctl_Begin(t) ==
  /\ Running
  /\ sock_ioctl[t].at = "idle"
  /\ \/ sock_ioctl' = [sock_ioctl EXCEPT ![t].at = "mutex_lock rtnl_mutex"]
     \/ sock_ioctl' = [sock_ioctl EXCEPT
                       ![t].at = "mutex_lock br_ioctl_mutex (2)"]
  /\ UNCHANGED <<br_ioctl_hook, br_ioctl_mutex, rtnl_mutex, life, provider,
                 faults>>

\* strategy.c:40   mutex_lock(&rtnl_mutex);
dev_ifsioc_MutexLock(t) ==
  /\ Running
  /\ sock_ioctl[t].at = "mutex_lock rtnl_mutex"
  /\ ~rtnl_mutex
  /\ rtnl_mutex' = TRUE
  /\ sock_ioctl' = [sock_ioctl EXCEPT ![t].at = "mutex_lock br_ioctl_mutex"]
  /\ UNCHANGED <<br_ioctl_hook, br_ioctl_mutex, life, provider, faults>>

\* strategy.c:42   mutex_lock(&br_ioctl_mutex);
sock_ioctl_dev_ifsioc_MutexLock(t) ==
  /\ Running
  /\ sock_ioctl[t].at = "mutex_lock br_ioctl_mutex"
  /\ ~br_ioctl_mutex
  /\ br_ioctl_mutex' = TRUE
  /\ sock_ioctl' = [sock_ioctl EXCEPT ![t].at = "load br_ioctl_hook"]
  /\ UNCHANGED <<br_ioctl_hook, rtnl_mutex, life, provider, faults>>

\* strategy.c:43   if (br_ioctl_hook)
\* strategy.c:45   mutex_unlock(&br_ioctl_mutex);
\* strategy.c:46   mutex_unlock(&rtnl_mutex);
dev_ifsioc_PlainLoad(t) ==
  /\ Running
  /\ sock_ioctl[t].at = "load br_ioctl_hook"
  /\ \/ /\ br_ioctl_hook # NULL
        /\ sock_ioctl' = [sock_ioctl EXCEPT ![t].at = "load br_ioctl_hook (2)"]
        /\ UNCHANGED <<br_ioctl_mutex, rtnl_mutex>>
     \/ /\ br_ioctl_hook = NULL
        /\ br_ioctl_mutex' = FALSE
        /\ rtnl_mutex' = FALSE
        /\ sock_ioctl' = [sock_ioctl EXCEPT ![t] = sock_ioctl_Idle]
  /\ UNCHANGED <<br_ioctl_hook, life, provider, faults>>

\* strategy.c:44   br_ioctl_hook();
sock_ioctl_dev_ifsioc_PlainLoad(t) ==
  /\ Running
  /\ sock_ioctl[t].at = "load br_ioctl_hook (2)"
  /\ sock_ioctl' = [sock_ioctl EXCEPT
                    ![t].at = "call br_ioctl_hook",
                    ![t].br_ioctl_hook = br_ioctl_hook]
  /\ UNCHANGED <<br_ioctl_hook, br_ioctl_mutex, rtnl_mutex, life, provider,
                 faults>>

\* strategy.c:44   br_ioctl_hook();
dev_ifsioc_Call_br_ioctl_hook(t) ==
  /\ Running
  /\ sock_ioctl[t].at = "call br_ioctl_hook"
  /\ sock_ioctl' = [sock_ioctl EXCEPT
                    ![t].at = "in br_ioctl_hook",
                    ![t].br_ioctl_hook = NULL,
                    ![t].inside = sock_ioctl[t].br_ioctl_hook,
                    ![t].uses = NULL]
  /\ faults' = faults \cup Misuse(sock_ioctl[t].br_ioctl_hook)
                      \cup Torn(sock_ioctl[t].uses,
                                sock_ioctl[t].br_ioctl_hook)
  /\ UNCHANGED <<br_ioctl_hook, br_ioctl_mutex, rtnl_mutex, life, provider>>

\* strategy.c:44   br_ioctl_hook();   (the callback returns)
\* strategy.c:45   mutex_unlock(&br_ioctl_mutex);
\* strategy.c:46   mutex_unlock(&rtnl_mutex);
dev_ifsioc_Return_br_ioctl_hook(t) ==
  /\ Running
  /\ sock_ioctl[t].at = "in br_ioctl_hook"
  /\ br_ioctl_mutex' = FALSE
  /\ rtnl_mutex' = FALSE
  /\ sock_ioctl' = [sock_ioctl EXCEPT ![t] = sock_ioctl_Idle]
  /\ UNCHANGED <<br_ioctl_hook, life, provider, faults>>

\* strategy.c:29   mutex_lock(&br_ioctl_mutex);
br_ioctl_call_MutexLock(t) ==
  /\ Running
  /\ sock_ioctl[t].at = "mutex_lock br_ioctl_mutex (2)"
  /\ ~br_ioctl_mutex
  /\ br_ioctl_mutex' = TRUE
  /\ sock_ioctl' = [sock_ioctl EXCEPT ![t].at = "load br_ioctl_hook (3)"]
  /\ UNCHANGED <<br_ioctl_hook, rtnl_mutex, life, provider, faults>>

\* strategy.c:30   if (br_ioctl_hook) {
\* strategy.c:35   mutex_unlock(&br_ioctl_mutex);
br_ioctl_call_PlainLoad(t) ==
  /\ Running
  /\ sock_ioctl[t].at = "load br_ioctl_hook (3)"
  /\ \/ /\ br_ioctl_hook # NULL
        /\ sock_ioctl' = [sock_ioctl EXCEPT
                          ![t].at = "mutex_lock rtnl_mutex (2)"]
        /\ UNCHANGED br_ioctl_mutex
     \/ /\ br_ioctl_hook = NULL
        /\ br_ioctl_mutex' = FALSE
        /\ sock_ioctl' = [sock_ioctl EXCEPT ![t] = sock_ioctl_Idle]
  /\ UNCHANGED <<br_ioctl_hook, rtnl_mutex, life, provider, faults>>

\* strategy.c:31   mutex_lock(&rtnl_mutex);
sock_ioctl_br_ioctl_call_MutexLock(t) ==
  /\ Running
  /\ sock_ioctl[t].at = "mutex_lock rtnl_mutex (2)"
  /\ ~rtnl_mutex
  /\ rtnl_mutex' = TRUE
  /\ sock_ioctl' = [sock_ioctl EXCEPT ![t].at = "load br_ioctl_hook (4)"]
  /\ UNCHANGED <<br_ioctl_hook, br_ioctl_mutex, life, provider, faults>>

\* strategy.c:32   br_ioctl_hook();
sock_ioctl_br_ioctl_call_PlainLoad(t) ==
  /\ Running
  /\ sock_ioctl[t].at = "load br_ioctl_hook (4)"
  /\ sock_ioctl' = [sock_ioctl EXCEPT
                    ![t].at = "call br_ioctl_hook (2)",
                    ![t].br_ioctl_hook = br_ioctl_hook]
  /\ UNCHANGED <<br_ioctl_hook, br_ioctl_mutex, rtnl_mutex, life, provider,
                 faults>>

\* strategy.c:32   br_ioctl_hook();
br_ioctl_call_Call_br_ioctl_hook(t) ==
  /\ Running
  /\ sock_ioctl[t].at = "call br_ioctl_hook (2)"
  /\ sock_ioctl' = [sock_ioctl EXCEPT
                    ![t].at = "in br_ioctl_hook (2)",
                    ![t].br_ioctl_hook = NULL,
                    ![t].inside = sock_ioctl[t].br_ioctl_hook,
                    ![t].uses = NULL]
  /\ faults' = faults \cup Misuse(sock_ioctl[t].br_ioctl_hook)
                      \cup Torn(sock_ioctl[t].uses,
                                sock_ioctl[t].br_ioctl_hook)
  /\ UNCHANGED <<br_ioctl_hook, br_ioctl_mutex, rtnl_mutex, life, provider>>

\* strategy.c:32   br_ioctl_hook();   (the callback returns)
\* strategy.c:33   mutex_unlock(&rtnl_mutex);
\* strategy.c:35   mutex_unlock(&br_ioctl_mutex);
br_ioctl_call_Return_br_ioctl_hook(t) ==
  /\ Running
  /\ sock_ioctl[t].at = "in br_ioctl_hook (2)"
  /\ rtnl_mutex' = FALSE
  /\ br_ioctl_mutex' = FALSE
  /\ sock_ioctl' = [sock_ioctl EXCEPT ![t] = sock_ioctl_Idle]
  /\ UNCHANGED <<br_ioctl_hook, life, provider, faults>>

sock_ioctl_Begins(t) ==
  sock_ioctl_Begin(t)

sock_ioctl_GoesOn(t) ==
  \/ dev_ifsioc_MutexLock(t)
  \/ sock_ioctl_dev_ifsioc_MutexLock(t)
  \/ dev_ifsioc_PlainLoad(t)
  \/ sock_ioctl_dev_ifsioc_PlainLoad(t)
  \/ dev_ifsioc_Call_br_ioctl_hook(t)
  \/ dev_ifsioc_Return_br_ioctl_hook(t)
  \/ br_ioctl_call_MutexLock(t)
  \/ br_ioctl_call_PlainLoad(t)
  \/ sock_ioctl_br_ioctl_call_MutexLock(t)
  \/ sock_ioctl_br_ioctl_call_PlainLoad(t)
  \/ br_ioctl_call_Call_br_ioctl_hook(t)
  \/ br_ioctl_call_Return_br_ioctl_hook(t)

\* The thread has begun and is not held up: one of these steps can be taken.
sock_ioctl_CanGoOn(t) ==
  /\ sock_ioctl[t].at # "idle"
  /\ Running
  /\ sock_ioctl[t].at = "mutex_lock rtnl_mutex" => ~rtnl_mutex
  /\ sock_ioctl[t].at = "mutex_lock br_ioctl_mutex" => ~br_ioctl_mutex
  /\ sock_ioctl[t].at = "mutex_lock br_ioctl_mutex (2)" => ~br_ioctl_mutex
  /\ sock_ioctl[t].at = "mutex_lock rtnl_mutex (2)" => ~rtnl_mutex

\* The thread, having begun, takes a step: no other thread changes its
\* position.
sock_ioctl_Moves(t) ==
  /\ sock_ioctl[t].at # "idle"
  /\ sock_ioctl[t]' # sock_ioctl[t]

-----------------------------------------------------------------------------
Next ==
  \/ provider_Begins \/ provider_GoesOn
  \/ \E t \in Tasks : sock_ioctl_Begins(t) \/ sock_ioctl_GoesOn(t)

Spec == Init /\ [][Next]_vars

\* A thread that has begun and can continue does so eventually. No thread is
\* required to start.
Fairness ==
  /\ SF_vars(provider_GoesOn)
  /\ \A t \in Tasks : SF_vars(sock_ioctl_GoesOn(t))

\* The same by its definition, with what ENABLED is: TLC is slow to evaluate
\* that. The configuration substitutes this for Fairness.
FairnessForTLC ==
  /\ <>[]~provider_CanGoOn \/ []<><<provider_Moves>>_vars
  /\ \A t \in Tasks :
       <>[]~sock_ioctl_CanGoOn(t) \/ []<><<sock_ioctl_Moves(t)>>_vars

FairSpec == Spec /\ Fairness

-----------------------------------------------------------------------------
\* No reader dereferences NULL or calls an empty slot.
NoNullDereference == "NULL dereference" \notin faults

\* No reader sees an object's contents before its initialisation.
NoUseBeforeInit == "use before initialisation" \notin faults

\* One run of a reader uses the callbacks of one registration only, with their
\* data.
ConsistentSnapshot == "torn snapshot" \notin faults

\* Nothing waits for something that can never come.
NoDeadlock ==
  LET Begun ==
        \/ provider.at \notin {"initialise", "registered"}
        \/ \E t \in Tasks : sock_ioctl[t].at # "idle"
      CanGoOn ==
        \/ provider_CanGoOn
        \/ \E t \in Tasks : sock_ioctl_CanGoOn(t)
  IN  Running /\ Begun => CanGoOn

\* A reader that has begun returns. (No thread stays in it for ever. TLC would
\* need a tableau for the same with ~>.)
ReadersComplete == \A t \in Tasks : []<>~(sock_ioctl[t].at # "idle" /\ Running)

THEOREM Spec => []TypeOK

Symmetry == Permutations(Tasks)
=============================================================================

------------------------- MODULE PsockSavedUnlocked -------------------------
(***************************************************************************)
(* psock-saved-unlocked                                                    *)
(* a saved callback, called without the lock under which it is cleared     *)
(*                                                                         *)
(* Is the saved callback there when it is called?                          *)
(*                                                                         *)
(* Source: before commit 4cd12c6065df ("bpf, sockmap: Fix NULL pointer     *)
(* dereference in sk_psock_verdict_data_ready()")                          *)
(* Memory model: sc                                                        *)
(* Bounds: 2 CPUs, 2 objects (in the configurations)                       *)
(* Generated from specs/psock-saved-unlocked/strategy.c by quiesce; edit   *)
(* that file, not this one.                                                *)
(*                                                                         *)
(* Check it:  quiesce check psock-saved-unlocked                           *)
(*       or:  java -cp tla2tools.jar tlc2.TLC PsockSavedUnlocked           *)
(*      and:  java -cp tla2tools.jar tlc2.TLC \                            *)
(*              -config PsockSavedUnlocked_liveness.cfg PsockSavedUnlocked *)
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
  saved_data_ready, \* void (*saved_data_ready)()
  sk_callback_lock, \* whether the lock is held
  life,           \* of each object: "raw", then "live", then "torn down"
  provider,       \* the module that registers: where it is, and its object
  \* sk_psock_verdict_data_ready() on each CPU: where it is, and its locals
  sk_psock_verdict_data_ready,
  faults          \* what has gone wrong: no later state shows it

vars ==
  <<saved_data_ready, sk_callback_lock, life, provider,
    sk_psock_verdict_data_ready, faults>>

\* What is wrong with using the object that a pointer points to.
Misuse(o) ==
  IF o = NULL THEN {"NULL dereference"}
  ELSE IF life[o] = "raw" THEN {"use before initialisation"}
  ELSE IF life[o] = "torn down" THEN {"use after teardown"}
  ELSE {}

provider_Idle == [at |-> "initialise", cpu |-> NULL, obj |-> NULL]

sk_psock_verdict_data_ready_Idle ==
  [at |-> "idle", saved_data_ready |-> NULL, inside |-> NULL]

\* What holds of the variables in every state.
TypeOK ==
  /\ saved_data_ready \in Objects \cup {NULL}
  /\ sk_callback_lock \in BOOLEAN
  /\ life \in [Objects -> {"raw", "live", "torn down"}]
  /\ provider \in [at : {"initialise", "local_bh_disable",
                         "write_lock sk_callback_lock",
                         "store saved_data_ready", "registered",
                         "write_lock sk_callback_lock (2)",
                         "store saved_data_ready (2)", "tear down"},
                   cpu : CPUs \cup {NULL},
                   obj : Objects \cup {NULL}]
  /\ sk_psock_verdict_data_ready \in
       [CPUs
        -> [at : {"idle", "load saved_data_ready", "call saved_data_ready",
                  "in saved_data_ready"},
            saved_data_ready : Objects \cup {NULL},
            inside : Objects \cup {NULL}]]
  /\ faults \subseteq {"NULL dereference", "use before initialisation",
                       "use after teardown"}

Init ==
  /\ saved_data_ready = NULL
  /\ sk_callback_lock = FALSE
  /\ life = [o \in Objects |-> "raw"]
  /\ provider = provider_Idle
  /\ sk_psock_verdict_data_ready = [c \in CPUs |->
                                      sk_psock_verdict_data_ready_Idle]
  /\ faults = {}

-----------------------------------------------------------------------------
\* An oops ends the run.
Running ==
  faults \cap {"NULL dereference", "use before initialisation",
               "use after teardown"} = {}

\* What runs on CPU c is held up until the handler returns.
Interrupted(c) == sk_psock_verdict_data_ready[c].at # "idle"

\* A task holds CPU c, with preemption off.
Pinned(c) == provider.cpu = c

\* CPU c can run a task that holds the given CPU, or none.
Runs(cpu, c) == ~Interrupted(c) /\ (cpu = c \/ (cpu = NULL /\ ~Pinned(c)))

\* A thread keeps softirqs off on CPU c.
SoftirqsOff(c) ==
  /\ provider.cpu = c
  /\ provider.at \in {"write_lock sk_callback_lock", "store saved_data_ready",
                      "write_lock sk_callback_lock (2)",
                      "store saved_data_ready (2)"}

NextObject == CHOOSE o \in Objects : life[o] = "raw"

\* A reader is inside a callback of the object.
InUse(o) ==
  \E c \in CPUs : sk_psock_verdict_data_ready[c].inside = o

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
  /\ provider' = [provider EXCEPT
                  !.at = "local_bh_disable",
                  !.obj = NextObject]
  /\ UNCHANGED <<saved_data_ready, sk_callback_lock,
                 sk_psock_verdict_data_ready, faults>>

\* strategy.c:25   write_lock_bh(&sk_callback_lock);
sk_psock_start_verdict_LocalBhDisable(c) ==
  /\ provider_MayStep(c)
  /\ provider.at = "local_bh_disable"
  /\ provider' = [provider EXCEPT
                  !.at = "write_lock sk_callback_lock",
                  !.cpu = c]
  /\ UNCHANGED <<saved_data_ready, sk_callback_lock, life,
                 sk_psock_verdict_data_ready, faults>>

\* strategy.c:25   write_lock_bh(&sk_callback_lock);
sk_psock_start_verdict_WriteLock(c) ==
  /\ provider_MayStep(c)
  /\ provider.at = "write_lock sk_callback_lock"
  /\ ~sk_callback_lock
  /\ sk_callback_lock' = TRUE
  /\ provider' = [provider EXCEPT !.at = "store saved_data_ready"]
  /\ UNCHANGED <<saved_data_ready, life, sk_psock_verdict_data_ready, faults>>

\* strategy.c:26   saved_data_ready = data_ready;
\* strategy.c:27   write_unlock_bh(&sk_callback_lock);
sk_psock_start_verdict_PlainStore(c) ==
  /\ provider_MayStep(c)
  /\ provider.at = "store saved_data_ready"
  /\ saved_data_ready' = provider.obj
  /\ sk_callback_lock' = FALSE
  /\ provider' = [provider EXCEPT !.at = "registered", !.cpu = NULL]
  /\ UNCHANGED <<life, sk_psock_verdict_data_ready, faults>>

\* Registered; unregistering may begin.
\* strategy.c:32   write_lock_bh(&sk_callback_lock);
provider_BeginUnregister(c) ==
  /\ provider_MayStep(c)
  /\ provider.at = "registered"
  /\ provider' = [provider EXCEPT
                  !.at = "write_lock sk_callback_lock (2)",
                  !.cpu = c]
  /\ UNCHANGED <<saved_data_ready, sk_callback_lock, life,
                 sk_psock_verdict_data_ready, faults>>

\* strategy.c:32   write_lock_bh(&sk_callback_lock);
sk_psock_stop_verdict_WriteLock(c) ==
  /\ provider_MayStep(c)
  /\ provider.at = "write_lock sk_callback_lock (2)"
  /\ ~sk_callback_lock
  /\ sk_callback_lock' = TRUE
  /\ provider' = [provider EXCEPT !.at = "store saved_data_ready (2)"]
  /\ UNCHANGED <<saved_data_ready, life, sk_psock_verdict_data_ready, faults>>

\* strategy.c:33   saved_data_ready = NULL;
\* strategy.c:34   write_unlock_bh(&sk_callback_lock);
sk_psock_stop_verdict_PlainStore(c) ==
  /\ provider_MayStep(c)
  /\ provider.at = "store saved_data_ready (2)"
  /\ saved_data_ready' = NULL
  /\ sk_callback_lock' = FALSE
  /\ provider' = [provider EXCEPT !.at = "tear down", !.cpu = NULL]
  /\ UNCHANGED <<life, sk_psock_verdict_data_ready, faults>>

\* Unregistered: the object and the module's text are freed.
provider_TearDown(c) ==
  /\ provider_MayStep(c)
  /\ provider.at = "tear down"
  /\ life' = [life EXCEPT ![provider.obj] = "torn down"]
  /\ provider' = [provider EXCEPT !.at = "initialise", !.obj = NULL]
  /\ faults' = faults \cup (IF InUse(provider.obj) THEN {"use after teardown"}
                            ELSE {})
  /\ UNCHANGED <<saved_data_ready, sk_callback_lock,
                 sk_psock_verdict_data_ready>>

provider_Begins(c) ==
  \/ provider_Initialise(c)
  \/ provider_BeginUnregister(c)

provider_GoesOn(c) ==
  \/ sk_psock_start_verdict_LocalBhDisable(c)
  \/ sk_psock_start_verdict_WriteLock(c)
  \/ sk_psock_start_verdict_PlainStore(c)
  \/ sk_psock_stop_verdict_WriteLock(c)
  \/ sk_psock_stop_verdict_PlainStore(c)
  \/ provider_TearDown(c)

\* The thread has begun, and nothing but a lock holds it up.
provider_CanRun(c) ==
  /\ provider.at \notin {"initialise", "registered"}
  /\ provider_MayStep(c)

\* The lock that it waits for is free, if any.
provider_HasTurn ==
  /\ provider.at = "write_lock sk_callback_lock" => ~sk_callback_lock
  /\ provider.at = "write_lock sk_callback_lock (2)" => ~sk_callback_lock

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
(* sk_psock_verdict_data_ready(): a softirq handler, and as such one       *)
(* read-side section.                                                      *)

sk_psock_verdict_data_ready_MayStrike(c) ==
  /\ Running
  /\ ~SoftirqsOff(c)

\* strategy.c:39   if (saved_data_ready)
sk_psock_verdict_data_ready_PlainLoad(c) ==
  /\ sk_psock_verdict_data_ready_MayStrike(c)
  /\ sk_psock_verdict_data_ready[c].at = "idle"
  /\ \/ /\ saved_data_ready # NULL
        /\ sk_psock_verdict_data_ready' = [sk_psock_verdict_data_ready EXCEPT
                                           ![c].at = "load saved_data_ready"]
     \/ /\ saved_data_ready = NULL
        /\ sk_psock_verdict_data_ready' =
          [sk_psock_verdict_data_ready EXCEPT
           ![c] = sk_psock_verdict_data_ready_Idle]
  /\ UNCHANGED <<saved_data_ready, sk_callback_lock, life, provider, faults>>

\* strategy.c:40   saved_data_ready();
sk_psock_verdict_data_ready_PlainLoad_2(c) ==
  /\ Running
  /\ sk_psock_verdict_data_ready[c].at = "load saved_data_ready"
  /\ sk_psock_verdict_data_ready' = [sk_psock_verdict_data_ready EXCEPT
                                     ![c].at = "call saved_data_ready",
                                     ![c].saved_data_ready = saved_data_ready]
  /\ UNCHANGED <<saved_data_ready, sk_callback_lock, life, provider, faults>>

\* strategy.c:40   saved_data_ready();
sk_psock_verdict_data_ready_Call_saved_data_ready(c) ==
  /\ Running
  /\ sk_psock_verdict_data_ready[c].at = "call saved_data_ready"
  /\ sk_psock_verdict_data_ready' =
    [sk_psock_verdict_data_ready EXCEPT
     ![c].at = "in saved_data_ready",
     ![c].saved_data_ready = NULL,
     ![c].inside = sk_psock_verdict_data_ready[c].saved_data_ready]
  /\ faults' =
    faults \cup Misuse(sk_psock_verdict_data_ready[c].saved_data_ready)
  /\ UNCHANGED <<saved_data_ready, sk_callback_lock, life, provider>>

\* strategy.c:40   saved_data_ready();   (the callback returns)
sk_psock_verdict_data_ready_Return_saved_data_ready(c) ==
  /\ Running
  /\ sk_psock_verdict_data_ready[c].at = "in saved_data_ready"
  /\ sk_psock_verdict_data_ready' = [sk_psock_verdict_data_ready EXCEPT
                                     ![c] = sk_psock_verdict_data_ready_Idle]
  /\ UNCHANGED <<saved_data_ready, sk_callback_lock, life, provider, faults>>

sk_psock_verdict_data_ready_Begins(c) ==
  sk_psock_verdict_data_ready_PlainLoad(c)

sk_psock_verdict_data_ready_GoesOn(c) ==
  \/ sk_psock_verdict_data_ready_PlainLoad_2(c)
  \/ sk_psock_verdict_data_ready_Call_saved_data_ready(c)
  \/ sk_psock_verdict_data_ready_Return_saved_data_ready(c)

\* The thread has begun and is not held up: one of these steps can be taken.
sk_psock_verdict_data_ready_CanGoOn(c) ==
  /\ sk_psock_verdict_data_ready[c].at # "idle"
  /\ Running

\* The thread, having begun, takes a step: no other thread changes its
\* position.
sk_psock_verdict_data_ready_Moves(c) ==
  /\ sk_psock_verdict_data_ready[c].at # "idle"
  /\ sk_psock_verdict_data_ready[c]' # sk_psock_verdict_data_ready[c]

-----------------------------------------------------------------------------
Next ==
  \/ \E c \in CPUs : provider_Begins(c) \/ provider_GoesOn(c)
  \/ \E c \in CPUs :
       \/ sk_psock_verdict_data_ready_Begins(c)
       \/ sk_psock_verdict_data_ready_GoesOn(c)

Spec == Init /\ [][Next]_vars

\* A thread that has begun and can continue does so eventually. No thread is
\* required to start. Who waits for a lock keeps its turn while something else
\* has its CPU.
Fairness ==
  /\ SF_vars(\E c \in CPUs : provider_GoesOn(c))
  /\ \A c \in CPUs : WF_vars(sk_psock_verdict_data_ready_GoesOn(c))
  /\ []<>(\E c \in CPUs : provider_CanRun(c)) /\ []<>provider_HasTurn
       => []<><<\E c \in CPUs : provider_GoesOn(c)>>_vars

\* The same by its definition, with what ENABLED is: TLC is slow to evaluate
\* that. The configuration substitutes this for Fairness.
FairnessForTLC ==
  /\ \/ <>[]~(\E c \in CPUs : provider_CanRun(c))
     \/ <>[]~provider_HasTurn
     \/ []<><<provider_Moves>>_vars
  /\ \A c \in CPUs :
       \/ []<>~sk_psock_verdict_data_ready_CanGoOn(c)
       \/ []<><<sk_psock_verdict_data_ready_Moves(c)>>_vars

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
  IN  \A o \in Objects :
        Gone(o)
          => (\A c \in CPUs :
                o \notin {sk_psock_verdict_data_ready[c].saved_data_ready,
                          sk_psock_verdict_data_ready[c].inside})

\* Nothing waits for something that can never come.
NoDeadlock ==
  LET Begun ==
        \/ provider.at \notin {"initialise", "registered"}
        \/ \E c \in CPUs : sk_psock_verdict_data_ready[c].at # "idle"
      CanGoOn ==
        \/ \E c \in CPUs : provider_CanGoOn(c)
        \/ \E c \in CPUs : sk_psock_verdict_data_ready_CanGoOn(c)
  IN  Running /\ Begun => CanGoOn

\* An unregistration that has begun returns. (No thread stays in it for ever.
\* TLC would need a tableau for the same with ~>.)
UnregisterCompletes ==
  LET Unregistering ==
        provider.at \in {"write_lock sk_callback_lock (2)",
                        "store saved_data_ready (2)"}
  IN  []<>~(Unregistering /\ Running)

THEOREM Spec => []TypeOK

Symmetry == Permutations(CPUs)
=============================================================================

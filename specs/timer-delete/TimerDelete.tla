---------------------------- MODULE TimerDelete ----------------------------
(***************************************************************************)
(* timer-delete                                                            *)
(* a timer that is deleted, and its memory freed                           *)
(*                                                                         *)
(* Is the function done when timer_delete() has returned?                  *)
(*                                                                         *)
(* Source: kernel/time/timer.c, on timer_delete()                          *)
(* Memory model: sc                                                        *)
(* Bounds: 2 CPUs, 4 objects (in the configurations)                       *)
(* Generated from specs/timer-delete/strategy.c by quiesce; edit that      *)
(* file, not this one.                                                     *)
(*                                                                         *)
(* Check it:  quiesce check timer-delete                                   *)
(*       or:  java -cp tla2tools.jar tlc2.TLC TimerDelete                  *)
(***************************************************************************)
EXTENDS FiniteSets, TLC

CONSTANTS
  CPUs,           \* the processors
  Objects,        \* what is registered, one at a time, and what is allocated
  Uninitialised,  \* what memory holds before anything is written to it
  NULL

ASSUME
  /\ IsFiniteSet(CPUs) /\ CPUs # {} /\ NULL \notin CPUs
  /\ IsFiniteSet(Objects) /\ Objects # {} /\ NULL \notin Objects
  /\ Uninitialised \notin Objects \cup {NULL}

VARIABLES
  watchdog_bark,  \* of each object: void (*bark)()
  \* of each object: whether a run of watchdog.timer is due
  watchdog_timer_pending,
  \* of each object: whether a run of watchdog.timer is in progress
  watchdog_timer_running,
  life,           \* of each object: "raw", then "live", then "torn down"
  provider,       \* the module that registers: where it is, and its object
  \* watchdog_expired() on each CPU: where it is, and its locals
  watchdog_expired,
  faults          \* what has gone wrong: no later state shows it

vars ==
  <<watchdog_bark, watchdog_timer_pending, watchdog_timer_running, life,
    provider, watchdog_expired, faults>>

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

provider_Idle ==
  [at |-> "initialise", dog |-> NULL, obj |-> NULL, registered |-> NULL]

watchdog_expired_Idle ==
  [at |-> "idle", bark |-> NULL, dog |-> NULL, of |-> NULL, inside |-> NULL]

\* What holds of the variables in every state.
TypeOK ==
  /\ watchdog_bark \in [Objects -> Objects \cup {NULL, Uninitialised}]
  /\ watchdog_timer_pending \in [Objects -> BOOLEAN]
  /\ watchdog_timer_running \in [Objects -> BOOLEAN]
  /\ life \in [Objects -> {"raw", "live", "torn down"}]
  /\ provider \in [at : {"initialise", "kzalloc", "store bark",
                         "arm watchdog.timer", "registered", "kfree",
                         "tear down"},
                   dog : Objects \cup {NULL},
                   obj : Objects \cup {NULL},
                   registered : Objects \cup {NULL}]
  /\ watchdog_expired \in [CPUs
                           -> [at : {"idle", "load bark", "call bark",
                                     "in bark"},
                               bark : Objects \cup {NULL, Uninitialised},
                               dog : Objects \cup {NULL},
                               of : Objects \cup {NULL},
                               inside : Objects \cup {NULL, Uninitialised}]]
  /\ faults \subseteq {"NULL dereference", "use before initialisation",
                       "use after teardown"}

Init ==
  /\ watchdog_bark = [o \in Objects |-> Uninitialised]
  /\ watchdog_timer_pending = [o \in Objects |-> FALSE]
  /\ watchdog_timer_running = [o \in Objects |-> FALSE]
  /\ life = [o \in Objects |-> "raw"]
  /\ provider = provider_Idle
  /\ watchdog_expired = [c \in CPUs |-> watchdog_expired_Idle]
  /\ faults = {}

-----------------------------------------------------------------------------
\* An oops ends the run.
Running ==
  faults \cap {"NULL dereference", "use before initialisation",
               "use after teardown"} = {}

\* What runs on CPU c is held up until the handler returns.
Interrupted(c) == watchdog_expired[c].at # "idle"

\* A task can be put on CPU c.
Available(c) == ~Interrupted(c)

NextObject == CHOOSE o \in Objects : life[o] = "raw"

\* A reader is inside a callback of the object.
InUse(o) ==
  \E c \in CPUs : watchdog_expired[c].inside = o

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
  /\ provider' = [provider EXCEPT !.at = "kzalloc", !.obj = NextObject]
  /\ UNCHANGED <<watchdog_bark, watchdog_timer_pending, watchdog_timer_running,
                 watchdog_expired, faults>>

\* strategy.c:27   struct watchdog *dog = kzalloc(sizeof( *dog), GFP_KERNEL);
\* strategy.c:29   if (!dog)
\* strategy.c:30   return NULL;
watchdog_start_Allocate ==
  /\ provider_MayStep
  /\ provider.at = "kzalloc"
  /\ \/ /\ provider' = [provider EXCEPT !.at = "tear down"]
        /\ UNCHANGED <<watchdog_bark, life>>
     \/ /\ \E o \in Objects : life[o] = "raw"
        /\ life' = [life EXCEPT ![NextObject] = "live"]
        /\ watchdog_bark' = [watchdog_bark EXCEPT ![NextObject] = NULL]
        /\ \/ /\ NextObject # NULL
              /\ provider' = [provider EXCEPT
                              !.at = "store bark",
                              !.dog = NextObject]
           \/ /\ NextObject = NULL
              /\ provider' = [provider EXCEPT !.at = "tear down"]
  /\ UNCHANGED <<watchdog_timer_pending, watchdog_timer_running,
                 watchdog_expired, faults>>

\* strategy.c:31   dog->bark = bark;
watchdog_start_PlainStore ==
  /\ provider_MayStep
  /\ provider.at = "store bark"
  /\ \/ /\ Misuse(provider.dog) # {}
        /\ faults' = faults \cup Misuse(provider.dog)
        /\ UNCHANGED <<watchdog_bark, provider>>
     \/ /\ Misuse(provider.dog) = {}
        /\ watchdog_bark' = [watchdog_bark EXCEPT
                             ![provider.dog] = provider.obj]
        /\ provider' = [provider EXCEPT !.at = "arm watchdog.timer"]
        /\ UNCHANGED faults
  /\ UNCHANGED <<watchdog_timer_pending, watchdog_timer_running, life,
                 watchdog_expired>>

\* strategy.c:33   mod_timer(&dog->timer, jiffies + HZ);
\* strategy.c:34   return dog;
watchdog_start_Arm ==
  /\ provider_MayStep
  /\ provider.at = "arm watchdog.timer"
  /\ \/ /\ Misuse(provider.dog) # {}
        /\ faults' = faults \cup Misuse(provider.dog)
        /\ UNCHANGED <<watchdog_timer_pending, provider>>
     \/ /\ Misuse(provider.dog) = {}
        /\ watchdog_timer_pending' = [watchdog_timer_pending EXCEPT
                                      ![provider.dog] = TRUE]
        /\ \/ /\ provider.dog # NULL
              /\ provider' = [provider EXCEPT
                              !.at = "registered",
                              !.dog = NULL,
                              !.registered = provider.dog]
              /\ UNCHANGED faults
           \/ /\ provider.dog = NULL
              /\ provider' = [provider EXCEPT !.at = "tear down", !.dog = NULL]
              /\ UNCHANGED faults
  /\ UNCHANGED <<watchdog_bark, watchdog_timer_running, life,
                 watchdog_expired>>

\* strategy.c:39   timer_delete(&dog->timer);
watchdog_stop_Cancel ==
  /\ provider_MayStep
  /\ provider.at = "registered"
  /\ \/ /\ Misuse(provider.registered) # {}
        /\ faults' = faults \cup Misuse(provider.registered)
        /\ UNCHANGED <<watchdog_timer_pending, provider>>
     \/ /\ Misuse(provider.registered) = {}
        /\ watchdog_timer_pending' = [watchdog_timer_pending EXCEPT
                                      ![provider.registered] = FALSE]
        /\ provider' = [provider EXCEPT !.at = "kfree"]
        /\ UNCHANGED faults
  /\ UNCHANGED <<watchdog_bark, watchdog_timer_running, life,
                 watchdog_expired>>

\* strategy.c:40   kfree(dog);
watchdog_stop_Free ==
  /\ provider_MayStep
  /\ provider.at = "kfree"
  /\ \/ /\ provider.registered = NULL
        /\ provider' = [provider EXCEPT
                        !.at = "tear down",
                        !.registered = NULL]
        /\ UNCHANGED <<life, faults>>
     \/ /\ provider.registered # NULL
        /\ life' = [life EXCEPT ![provider.registered] = "torn down"]
        /\ provider' = [provider EXCEPT
                        !.at = "tear down",
                        !.registered = NULL]
        /\ faults' = faults \cup (IF life[provider.registered] = "torn down"
                                    THEN {"use after teardown"}
                                  ELSE {})
                            \cup (IF InUse(provider.registered)
                                    THEN {"use after teardown"}
                                  ELSE {})
  /\ UNCHANGED <<watchdog_bark, watchdog_timer_pending, watchdog_timer_running,
                 watchdog_expired>>

\* Unregistered: the object and the module's text are freed.
provider_TearDown ==
  /\ provider_MayStep
  /\ provider.at = "tear down"
  /\ life' = [life EXCEPT ![provider.obj] = "torn down"]
  /\ provider' = [provider EXCEPT !.at = "initialise", !.obj = NULL]
  /\ faults' = faults \cup (IF InUse(provider.obj) THEN {"use after teardown"}
                            ELSE {})
  /\ UNCHANGED <<watchdog_bark, watchdog_timer_pending, watchdog_timer_running,
                 watchdog_expired>>

provider_Begins ==
  \/ provider_Initialise
  \/ watchdog_stop_Cancel

provider_GoesOn ==
  \/ watchdog_start_Allocate
  \/ watchdog_start_PlainStore
  \/ watchdog_start_Arm
  \/ watchdog_stop_Free
  \/ provider_TearDown

-----------------------------------------------------------------------------
(* watchdog_expired(): a softirq handler, and as such one read-side        *)
(* section.                                                                *)

\* strategy.c:18   static void watchdog_expired(struct timer_list *t)
\* strategy.c:20   struct watchdog *dog = timer_container_of(dog, t, timer);
watchdog_expired_Run(c) ==
  /\ Running
  /\ watchdog_expired[c].at = "idle"
  /\ \E o \in Objects :
       /\ watchdog_timer_pending[o] /\ ~watchdog_timer_running[o]
       /\ \/ /\ Misuse(o) # {}
             /\ faults' = faults \cup Misuse(o)
             /\ UNCHANGED <<watchdog_timer_pending, watchdog_timer_running,
                            watchdog_expired>>
          \/ /\ Misuse(o) = {}
             /\ watchdog_timer_pending' = [watchdog_timer_pending EXCEPT
                                           ![o] = FALSE]
             /\ watchdog_timer_running' = [watchdog_timer_running EXCEPT
                                           ![o] = TRUE]
             /\ watchdog_expired' = [watchdog_expired EXCEPT
                                     ![c].at = "load bark",
                                     ![c].dog = o,
                                     ![c].of = o]
             /\ UNCHANGED faults
  /\ UNCHANGED <<watchdog_bark, life, provider>>

\* strategy.c:22   dog->bark();
watchdog_expired_PlainLoad(c) ==
  /\ Running
  /\ watchdog_expired[c].at = "load bark"
  /\ \/ /\ MemberMisuse(watchdog_expired[c].dog, watchdog_bark) # {}
        /\ faults' = faults \cup MemberMisuse(watchdog_expired[c].dog,
                                              watchdog_bark)
        /\ UNCHANGED watchdog_expired
     \/ /\ MemberMisuse(watchdog_expired[c].dog, watchdog_bark) = {}
        /\ watchdog_expired' =
          [watchdog_expired EXCEPT
           ![c].at = "call bark",
           ![c].bark = watchdog_bark[watchdog_expired[c].dog],
           ![c].dog = NULL]
        /\ UNCHANGED faults
  /\ UNCHANGED <<watchdog_bark, watchdog_timer_pending, watchdog_timer_running,
                 life, provider>>

\* strategy.c:22   dog->bark();
watchdog_expired_Call_bark(c) ==
  /\ Running
  /\ watchdog_expired[c].at = "call bark"
  /\ watchdog_expired' = [watchdog_expired EXCEPT
                          ![c].at = "in bark",
                          ![c].bark = NULL,
                          ![c].inside = watchdog_expired[c].bark]
  /\ faults' = faults \cup Misuse(watchdog_expired[c].bark)
  /\ UNCHANGED <<watchdog_bark, watchdog_timer_pending, watchdog_timer_running,
                 life, provider>>

\* strategy.c:18   static void watchdog_expired(struct timer_list *t)
\* strategy.c:22   dog->bark();   (the callback returns)
watchdog_expired_Return_bark(c) ==
  /\ Running
  /\ watchdog_expired[c].at = "in bark"
  /\ watchdog_timer_running' = [watchdog_timer_running EXCEPT
                                ![watchdog_expired[c].of] = FALSE]
  /\ watchdog_expired' = [watchdog_expired EXCEPT ![c] = watchdog_expired_Idle]
  /\ UNCHANGED <<watchdog_bark, watchdog_timer_pending, life, provider,
                 faults>>

watchdog_expired_GoesOn(c) ==
  \/ watchdog_expired_Run(c)
  \/ watchdog_expired_PlainLoad(c)
  \/ watchdog_expired_Call_bark(c)
  \/ watchdog_expired_Return_bark(c)

-----------------------------------------------------------------------------
Next ==
  \/ provider_Begins \/ provider_GoesOn
  \/ \E c \in CPUs : watchdog_expired_GoesOn(c)

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
        \A c \in CPUs : o \notin {watchdog_expired[c].bark,
                                watchdog_expired[c].dog,
                                watchdog_expired[c].inside}

THEOREM Spec => []TypeOK

Symmetry == Permutations(CPUs)
=============================================================================

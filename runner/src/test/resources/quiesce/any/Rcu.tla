-------------------------------- MODULE Rcu --------------------------------
(***************************************************************************)
(* rcu                                                                     *)
(* rcu_dereference()/rcu_assign_pointer() and a grace period               *)
(*                                                                         *)
(* Are all readers gone, and do new ones find NULL, when unregister        *)
(* returns?                                                                *)
(*                                                                         *)
(* Source: commit ff083a2d972f ("perf: Protect perf_guest_cbs with RCU")   *)
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
(*                                                                         *)
(* Objects take turns: one that is torn down, and that nothing refers to,  *)
(* is as good as new. EnoughObjects says that one is always there, so that *)
(* no run has ended for want of one.                                       *)
(*                                                                         *)
(* Check it:  quiesce check rcu                                            *)
(*       or:  java -cp tla2tools.jar tlc2.TLC Rcu                          *)
(***************************************************************************)
EXTENDS FiniteSets, Naturals, TLC

CONSTANTS
  Objects,        \* the callback structures, registered one at a time
  NULL

ASSUME
  /\ IsFiniteSet(Objects) /\ Objects # {} /\ NULL \notin Objects

VARIABLES
  perf_guest_cbs, \* struct callbacks *perf_guest_cbs
  life,           \* of each object: "raw", then "live", then "torn down"
  cpus,           \* the states that CPUs are in
  provider,       \* the module that registers: where it is, and its object
  retired,        \* objects whose grace period has elapsed: no state shows it
  faults          \* what has gone wrong: no later state shows it

vars ==
  <<perf_guest_cbs, life, cpus, provider, retired, faults>>

\* What is wrong with using the object that a pointer points to.
Misuse(o) ==
  IF o = NULL THEN {"NULL dereference"}
  ELSE IF life[o] = "raw" THEN {"use before initialisation"}
  ELSE IF life[o] = "torn down" THEN {"use after teardown"}
  ELSE {}

provider_Idle == [at |-> "initialise", obj |-> NULL]

sample_Idle ==
  [at |-> "idle",
   cbs |-> NULL,
   inside |-> NULL,
   uses |-> NULL,
   awaited |-> FALSE]

cpus_Idle == [sample |-> sample_Idle]

\* What holds of the variables in every state.
TypeOK ==
  /\ perf_guest_cbs \in Objects \cup {NULL}
  /\ life \in [Objects -> {"raw", "live", "torn down"}]
  /\ provider \in [at : {"initialise", "load perf_guest_cbs",
                         "store perf_guest_cbs", "registered",
                         "store perf_guest_cbs (2)", "synchronize_rcu",
                         "grace period", "tear down"},
                   obj : Objects \cup {NULL}]
  /\ cpus \subseteq [sample : [at : {"idle", "call is_in_guest",
                                     "in is_in_guest", "call get_ip",
                                     "in get_ip"},
                               cbs : Objects \cup {NULL},
                               inside : Objects \cup {NULL},
                               uses : Objects \cup {NULL},
                               awaited : BOOLEAN]]
  /\ retired \subseteq Objects
  /\ faults \subseteq {"NULL dereference", "use before initialisation",
                       "use after teardown", "stale pointer", "torn snapshot",
                       "warning"}

Init ==
  /\ perf_guest_cbs = NULL
  /\ life = [o \in Objects |-> "raw"]
  /\ cpus = {cpus_Idle}
  /\ provider = provider_Idle
  /\ retired = {}
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
  \/ perf_guest_cbs = o
  \/ o \in {provider.obj}
  \/ \E c \in cpus : o \in {c.sample.cbs, c.sample.inside, c.sample.uses}

\* The object is new, or as good as new.
Free(o) == life[o] = "raw" \/ (life[o] = "torn down" /\ ~Referenced(o))

NextObject == CHOOSE o \in Objects : Free(o)

\* What may be left of the crowd when a member moves on: another may be in the
\* same state.
cpus_Without(c) ==
  {cpus}

\* A reader is inside a callback of the object.
InUse(o) ==
  \E c \in cpus : c.sample.inside = o

\* After the grace period no reader must find the old object.
Stale(o) == IF o \in retired THEN {"stale pointer"} ELSE {}

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
  /\ retired' = retired \ {NextObject}
  /\ provider' = [provider EXCEPT
                  !.at = "load perf_guest_cbs",
                  !.obj = NextObject]
  /\ UNCHANGED <<perf_guest_cbs, cpus, faults>>

\* strategy.c:22   if (WARN_ON_ONCE(rcu_access_pointer(perf_guest_cbs)))
register_callbacks_RcuAccessPointer ==
  /\ provider_MayStep
  /\ provider.at = "load perf_guest_cbs"
  /\ \/ /\ perf_guest_cbs # NULL
        /\ provider' = [provider EXCEPT !.at = "registered"]
        /\ faults' = faults \cup {"warning"}
     \/ /\ perf_guest_cbs = NULL
        /\ provider' = [provider EXCEPT !.at = "store perf_guest_cbs"]
        /\ UNCHANGED faults
  /\ UNCHANGED <<perf_guest_cbs, life, cpus, retired>>

\* strategy.c:25   rcu_assign_pointer(perf_guest_cbs, cbs);
register_callbacks_RcuAssignPointer ==
  /\ provider_MayStep
  /\ provider.at = "store perf_guest_cbs"
  /\ perf_guest_cbs' = provider.obj
  /\ provider' = [provider EXCEPT !.at = "registered"]
  /\ UNCHANGED <<life, cpus, retired, faults>>

\* strategy.c:30   if (WARN_ON_ONCE(rcu_access_pointer(perf_guest_cbs) != cbs))
unregister_callbacks_RcuAccessPointer ==
  /\ provider_MayStep
  /\ provider.at = "registered"
  /\ \/ /\ perf_guest_cbs # provider.obj
        /\ provider' = [provider EXCEPT !.at = "tear down"]
        /\ faults' = faults \cup {"warning"}
     \/ /\ perf_guest_cbs = provider.obj
        /\ provider' = [provider EXCEPT !.at = "store perf_guest_cbs (2)"]
        /\ UNCHANGED faults
  /\ UNCHANGED <<perf_guest_cbs, life, cpus, retired>>

\* strategy.c:33   rcu_assign_pointer(perf_guest_cbs, NULL);
unregister_callbacks_RcuAssignPointer ==
  /\ provider_MayStep
  /\ provider.at = "store perf_guest_cbs (2)"
  /\ perf_guest_cbs' = NULL
  /\ provider' = [provider EXCEPT !.at = "synchronize_rcu"]
  /\ UNCHANGED <<life, cpus, retired, faults>>

\* strategy.c:34   synchronize_rcu();
unregister_callbacks_SynchronizeRcuBegin ==
  /\ provider_MayStep
  /\ provider.at = "synchronize_rcu"
  /\ provider' = [provider EXCEPT !.at = "grace period"]
  /\ cpus' = {[m EXCEPT !.sample.awaited = (m.sample.at # "idle")] :
                m \in cpus}
  /\ UNCHANGED <<perf_guest_cbs, life, retired, faults>>

\* strategy.c:34   synchronize_rcu();   (returns)
unregister_callbacks_SynchronizeRcuEnd ==
  /\ provider_MayStep
  /\ provider.at = "grace period"
  /\ retired' = retired \cup {provider.obj}
  /\ provider' = [provider EXCEPT !.at = "tear down"]
  /\ cpus' = {m \in cpus : ~m.sample.awaited}
  /\ UNCHANGED <<perf_guest_cbs, life, faults>>

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
  /\ UNCHANGED <<perf_guest_cbs, retired>>

provider_Begins ==
  \/ provider_Initialise
  \/ unregister_callbacks_RcuAccessPointer

provider_GoesOn ==
  \/ register_callbacks_RcuAccessPointer
  \/ register_callbacks_RcuAssignPointer
  \/ unregister_callbacks_RcuAssignPointer
  \/ unregister_callbacks_SynchronizeRcuBegin
  \/ unregister_callbacks_SynchronizeRcuEnd
  \/ provider_TearDown

\* The thread has begun and is not held up: one of these steps can be taken.
provider_CanGoOn ==
  provider.at \notin {"initialise", "registered"} /\ provider_MayStep

-----------------------------------------------------------------------------
(* sample(): an NMI handler, and as such one read-side section.            *)

\* strategy.c:39   struct callbacks *cbs = rcu_dereference(perf_guest_cbs);
\* strategy.c:41   if (cbs && cbs->is_in_guest())
sample_RcuDereference ==
  \E c \in cpus :
    /\ Running
    /\ c.sample.at = "idle"
    /\ \/ /\ perf_guest_cbs # NULL
          /\ faults' = faults \cup Stale(perf_guest_cbs)
          /\ \E rest \in cpus_Without(c) :
               cpus' = rest \cup {[c EXCEPT
                                   !.sample.at = "call is_in_guest",
                                   !.sample.cbs = perf_guest_cbs]}
       \/ /\ perf_guest_cbs = NULL
          /\ \E rest \in cpus_Without(c) :
               /\ cpus' = rest \cup {[c EXCEPT !.sample = sample_Idle]}
               /\ UNCHANGED faults
    /\ UNCHANGED <<perf_guest_cbs, life, provider, retired>>

\* strategy.c:41   if (cbs && cbs->is_in_guest())
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
    /\ UNCHANGED <<perf_guest_cbs, life, provider, retired>>

\* strategy.c:41   if (cbs && cbs->is_in_guest())   (the callback returns)
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
    /\ UNCHANGED <<perf_guest_cbs, life, provider, retired, faults>>

\* strategy.c:42   cbs->get_ip();
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
    /\ UNCHANGED <<perf_guest_cbs, life, provider, retired>>

\* strategy.c:42   cbs->get_ip();   (the callback returns)
sample_Return_get_ip ==
  \E c \in cpus :
    /\ Running
    /\ c.sample.at = "in get_ip"
    /\ \E rest \in cpus_Without(c) :
         cpus' = rest \cup {[c EXCEPT !.sample = sample_Idle]}
    /\ UNCHANGED <<perf_guest_cbs, life, provider, retired, faults>>

sample_Begins ==
  sample_RcuDereference

sample_GoesOn ==
  \/ sample_Call_is_in_guest
  \/ sample_Return_is_in_guest
  \/ sample_Call_get_ip
  \/ sample_Return_get_ip

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

\* A load begun after the unregistration's grace period never returns the old
\* object.
ReadersObserveNullAfterGracePeriod == "stale pointer" \notin faults

\* When unregister returns, no reader still holds or runs the old object.
PriorReadersComplete ==
  LET Gone(o) ==
        \/ life[o] = "torn down"
        \/ provider.at = "tear down" /\ provider.obj = o
  IN  \A o \in Objects : Gone(o) =>
        \A c \in cpus : o \notin {c.sample.cbs, c.sample.inside}

\* One run of a reader uses the callbacks of one registration only, with their
\* data.
ConsistentSnapshot == "torn snapshot" \notin faults

\* No WARN_ON fires.
NoWarning == faults \cap {"warning", "BUG"} = {}

\* Nothing waits for something that can never come.
NoDeadlock ==
  LET Begun == provider.at \notin {"initialise", "registered"}
      CanGoOn == provider_CanGoOn
  IN  Running /\ Begun => CanGoOn

\* There is an object for the next registration, so that there is any number of
\* these.
EnoughObjects ==
  provider.at = "initialise" => \E o \in Objects : Free(o)

\* Beyond that, numbers that are given are checked sooner.
FewStates == TLCGet("distinct") <= 10000

THEOREM Spec => []TypeOK
=============================================================================

---------------------------- MODULE GlobalPlain ----------------------------
(***************************************************************************)
(* global-plain                                                            *)
(* plain loads, plain stores, no wait                                      *)
(*                                                                         *)
(* May an NMI dereference the pointer while its provider goes away?        *)
(*                                                                         *)
(* Source: perf before commit ff083a2d972f ("perf: Protect perf_guest_cbs  *)
(* with RCU")                                                              *)
(* Memory model: sc                                                        *)
(* Bounds: 2 CPUs, 2 objects (in the configurations)                       *)
(* Generated from specs/global-plain/strategy.c by quiesce; edit that      *)
(* file, not this one.                                                     *)
(*                                                                         *)
(* Check it:  quiesce check global-plain                                   *)
(*       or:  java -cp tla2tools.jar tlc2.TLC GlobalPlain                  *)
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
  perf_guest_cbs, \* struct callbacks *perf_guest_cbs
  life,           \* of each object: "raw", then "live", then "torn down"
  provider,       \* the module that registers: where it is, and its object
  sample,         \* sample() on each CPU: where it is, and its locals
  faults          \* what has gone wrong: no later state shows it

vars ==
  <<perf_guest_cbs, life, provider, sample, faults>>

\* What is wrong with using the object that a pointer points to.
Misuse(o) ==
  IF o = NULL THEN {"NULL dereference"}
  ELSE IF life[o] = "raw" THEN {"use before initialisation"}
  ELSE IF life[o] = "torn down" THEN {"use after teardown"}
  ELSE {}

provider_Idle == [at |-> "initialise", obj |-> NULL]

sample_Idle ==
  [at |-> "idle",
   perf_guest_cbs |-> NULL,
   perf_guest_cbs_2 |-> NULL,
   inside |-> NULL,
   uses |-> NULL]

\* What holds of the variables in every state.
TypeOK ==
  /\ perf_guest_cbs \in Objects \cup {NULL}
  /\ life \in [Objects -> {"raw", "live", "torn down"}]
  /\ provider \in [at : {"initialise", "store perf_guest_cbs", "registered",
                         "tear down"},
                   obj : Objects \cup {NULL}]
  /\ sample \in [CPUs
                 -> [at : {"idle", "load perf_guest_cbs", "call is_in_guest",
                           "in is_in_guest", "load perf_guest_cbs (2)",
                           "call get_ip", "in get_ip"},
                     perf_guest_cbs : Objects \cup {NULL},
                     perf_guest_cbs_2 : Objects \cup {NULL},
                     inside : Objects \cup {NULL},
                     uses : Objects \cup {NULL}]]
  /\ faults \subseteq {"NULL dereference", "use before initialisation",
                       "use after teardown", "torn snapshot"}

Init ==
  /\ perf_guest_cbs = NULL
  /\ life = [o \in Objects |-> "raw"]
  /\ provider = provider_Idle
  /\ sample = [c \in CPUs |-> sample_Idle]
  /\ faults = {}

-----------------------------------------------------------------------------
\* An oops ends the run.
Running ==
  faults \cap {"NULL dereference", "use before initialisation",
               "use after teardown"} = {}

\* What runs on CPU c is held up until the handler returns.
Interrupted(c) == sample[c].at # "idle"

\* A task can be put on CPU c.
Available(c) == ~Interrupted(c)

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
  /\ UNCHANGED <<perf_guest_cbs, sample, faults>>

\* strategy.c:24   perf_guest_cbs = cbs;
register_callbacks_PlainStore ==
  /\ provider_MayStep
  /\ provider.at = "store perf_guest_cbs"
  /\ perf_guest_cbs' = provider.obj
  /\ provider' = [provider EXCEPT !.at = "registered"]
  /\ UNCHANGED <<life, sample, faults>>

\* strategy.c:29   perf_guest_cbs = NULL;
unregister_callbacks_PlainStore ==
  /\ provider_MayStep
  /\ provider.at = "registered"
  /\ perf_guest_cbs' = NULL
  /\ provider' = [provider EXCEPT !.at = "tear down"]
  /\ UNCHANGED <<life, sample, faults>>

\* Unregistered: the object and the module's text are freed.
provider_TearDown ==
  /\ provider_MayStep
  /\ provider.at = "tear down"
  /\ life' = [life EXCEPT ![provider.obj] = "torn down"]
  /\ provider' = [provider EXCEPT !.at = "initialise", !.obj = NULL]
  /\ faults' = faults \cup (IF InUse(provider.obj) THEN {"use after teardown"}
                            ELSE {})
  /\ UNCHANGED <<perf_guest_cbs, sample>>

provider_Begins ==
  \/ provider_Initialise
  \/ unregister_callbacks_PlainStore

provider_GoesOn ==
  \/ register_callbacks_PlainStore
  \/ provider_TearDown

-----------------------------------------------------------------------------
(* sample(): an NMI handler, and as such one read-side section.            *)

\* strategy.c:34   if (perf_guest_cbs && perf_guest_cbs->is_in_guest())
sample_PlainLoad(c) ==
  /\ Running
  /\ sample[c].at = "idle"
  /\ \/ /\ perf_guest_cbs # NULL
        /\ sample' = [sample EXCEPT ![c].at = "load perf_guest_cbs"]
     \/ /\ perf_guest_cbs = NULL
        /\ sample' = [sample EXCEPT ![c] = sample_Idle]
  /\ UNCHANGED <<perf_guest_cbs, life, provider, faults>>

\* strategy.c:34   if (perf_guest_cbs && perf_guest_cbs->is_in_guest())
sample_PlainLoad_2(c) ==
  /\ Running
  /\ sample[c].at = "load perf_guest_cbs"
  /\ sample' = [sample EXCEPT
                ![c].at = "call is_in_guest",
                ![c].perf_guest_cbs_2 = perf_guest_cbs]
  /\ UNCHANGED <<perf_guest_cbs, life, provider, faults>>

\* strategy.c:34   if (perf_guest_cbs && perf_guest_cbs->is_in_guest())
sample_Call_is_in_guest(c) ==
  /\ Running
  /\ sample[c].at = "call is_in_guest"
  /\ sample' = [sample EXCEPT
                ![c].at = "in is_in_guest",
                ![c].perf_guest_cbs_2 = NULL,
                ![c].uses = sample[c].perf_guest_cbs_2,
                ![c].inside = sample[c].perf_guest_cbs_2]
  /\ faults' = faults \cup Misuse(sample[c].perf_guest_cbs_2)
                      \cup Torn(sample[c].uses, sample[c].perf_guest_cbs_2)
  /\ UNCHANGED <<perf_guest_cbs, life, provider>>

\* strategy.c:34   if (perf_guest_cbs && perf_guest_cbs->is_in_guest())   (the
\*                 callback returns)
sample_Return_is_in_guest(c) ==
  /\ Running
  /\ sample[c].at = "in is_in_guest"
  /\ \E result \in BOOLEAN :
       \/ /\ result
          /\ sample' = [sample EXCEPT
                        ![c].at = "load perf_guest_cbs (2)",
                        ![c].inside = NULL]
       \/ /\ ~result
          /\ sample' = [sample EXCEPT ![c] = sample_Idle]
  /\ UNCHANGED <<perf_guest_cbs, life, provider, faults>>

\* strategy.c:35   perf_guest_cbs->get_ip();
sample_PlainLoad_3(c) ==
  /\ Running
  /\ sample[c].at = "load perf_guest_cbs (2)"
  /\ sample' = [sample EXCEPT
                ![c].at = "call get_ip",
                ![c].perf_guest_cbs = perf_guest_cbs]
  /\ UNCHANGED <<perf_guest_cbs, life, provider, faults>>

\* strategy.c:35   perf_guest_cbs->get_ip();
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
  /\ UNCHANGED <<perf_guest_cbs, life, provider>>

\* strategy.c:35   perf_guest_cbs->get_ip();   (the callback returns)
sample_Return_get_ip(c) ==
  /\ Running
  /\ sample[c].at = "in get_ip"
  /\ sample' = [sample EXCEPT ![c] = sample_Idle]
  /\ UNCHANGED <<perf_guest_cbs, life, provider, faults>>

sample_Begins(c) ==
  sample_PlainLoad(c)

sample_GoesOn(c) ==
  \/ sample_PlainLoad_2(c)
  \/ sample_Call_is_in_guest(c)
  \/ sample_Return_is_in_guest(c)
  \/ sample_PlainLoad_3(c)
  \/ sample_Call_get_ip(c)
  \/ sample_Return_get_ip(c)

-----------------------------------------------------------------------------
Next ==
  \/ provider_Begins \/ provider_GoesOn
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

Symmetry == Permutations(CPUs)
=============================================================================

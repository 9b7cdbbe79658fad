----------------------------- MODULE StaticCall -----------------------------
(***************************************************************************)
(* static-call                                                             *)
(* static_call_update() to a function that returns 0, no wait              *)
(*                                                                         *)
(* Does patching the call sites make a grace period unnecessary?           *)
(*                                                                         *)
(* Source: the thread on PATCH 05/15: "with the static_call() we patch in  *)
(* an xor %rax,%rax"                                                       *)
(* Memory model: sc                                                        *)
(* Bounds: 2 CPUs, 2 objects (in the configurations)                       *)
(* Generated from specs/static-call/strategy.c by quiesce; edit that file, *)
(* not this one.                                                           *)
(*                                                                         *)
(* Check it:  quiesce check static-call                                    *)
(*       or:  java -cp tla2tools.jar tlc2.TLC StaticCall                   *)
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
  guest_state,    \* what the call site of guest_state is patched to; NULL:
                  \* nobody's callback
  guest_get_ip,   \* what the call site of guest_get_ip is patched to; NULL:
                  \* nobody's callback
  life,           \* of each object: "raw", then "live", then "torn down"
  provider,       \* the module that registers: where it is, and its object
  sample,         \* sample() on each CPU: where it is, and its locals
  faults          \* what has gone wrong: no later state shows it

vars ==
  <<guest_state, guest_get_ip, life, provider, sample, faults>>

\* What is wrong with using the object that a pointer points to.
Misuse(o) ==
  IF o = NULL THEN {"NULL dereference"}
  ELSE IF life[o] = "raw" THEN {"use before initialisation"}
  ELSE IF life[o] = "torn down" THEN {"use after teardown"}
  ELSE {}

provider_Idle == [at |-> "initialise", obj |-> NULL]

sample_Idle == [at |-> "idle", inside |-> NULL, uses |-> NULL]

\* What holds of the variables in every state.
TypeOK ==
  /\ guest_state \in Objects \cup {NULL}
  /\ guest_get_ip \in Objects \cup {NULL}
  /\ life \in [Objects -> {"raw", "live", "torn down"}]
  /\ provider \in [at : {"initialise", "patch guest_state",
                         "patch guest_get_ip", "registered",
                         "patch guest_get_ip (2)", "tear down"},
                   obj : Objects \cup {NULL}]
  /\ sample \in [CPUs
                 -> [at : {"idle", "in state", "static_call guest_get_ip",
                           "in get_ip"},
                     inside : Objects \cup {NULL},
                     uses : Objects \cup {NULL, "nobody"}]]
  /\ faults \subseteq {"NULL dereference", "use before initialisation",
                       "use after teardown", "torn snapshot"}

Init ==
  /\ guest_state = NULL
  /\ guest_get_ip = NULL
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
                  !.at = "patch guest_state",
                  !.obj = NextObject]
  /\ UNCHANGED <<guest_state, guest_get_ip, sample, faults>>

\* strategy.c:23   static_call_update(guest_state, cbs->state);
register_callbacks_StaticCallUpdate_guest_state ==
  /\ provider_MayStep
  /\ provider.at = "patch guest_state"
  /\ guest_state' = provider.obj
  /\ provider' = [provider EXCEPT !.at = "patch guest_get_ip"]
  /\ UNCHANGED <<guest_get_ip, life, sample, faults>>

\* strategy.c:24   static_call_update(guest_get_ip, cbs->get_ip);
register_callbacks_StaticCallUpdate_guest_get_ip ==
  /\ provider_MayStep
  /\ provider.at = "patch guest_get_ip"
  /\ guest_get_ip' = provider.obj
  /\ provider' = [provider EXCEPT !.at = "registered"]
  /\ UNCHANGED <<guest_state, life, sample, faults>>

\* strategy.c:29   static_call_update(guest_state, (void *
\*                 )&__static_call_return0);
unregister_callbacks_StaticCallUpdate_guest_state ==
  /\ provider_MayStep
  /\ provider.at = "registered"
  /\ guest_state' = NULL
  /\ provider' = [provider EXCEPT !.at = "patch guest_get_ip (2)"]
  /\ UNCHANGED <<guest_get_ip, life, sample, faults>>

\* strategy.c:30   static_call_update(guest_get_ip, (void *
\*                 )&__static_call_return0);
unregister_callbacks_StaticCallUpdate_guest_get_ip ==
  /\ provider_MayStep
  /\ provider.at = "patch guest_get_ip (2)"
  /\ guest_get_ip' = NULL
  /\ provider' = [provider EXCEPT !.at = "tear down"]
  /\ UNCHANGED <<guest_state, life, sample, faults>>

\* Unregistered: the object and the module's text are freed.
provider_TearDown ==
  /\ provider_MayStep
  /\ provider.at = "tear down"
  /\ life' = [life EXCEPT ![provider.obj] = "torn down"]
  /\ provider' = [provider EXCEPT !.at = "initialise", !.obj = NULL]
  /\ faults' = faults \cup (IF InUse(provider.obj) THEN {"use after teardown"}
                            ELSE {})
  /\ UNCHANGED <<guest_state, guest_get_ip, sample>>

provider_Begins ==
  \/ provider_Initialise
  \/ unregister_callbacks_StaticCallUpdate_guest_state

provider_GoesOn ==
  \/ register_callbacks_StaticCallUpdate_guest_state
  \/ register_callbacks_StaticCallUpdate_guest_get_ip
  \/ unregister_callbacks_StaticCallUpdate_guest_get_ip
  \/ provider_TearDown

-----------------------------------------------------------------------------
(* sample(): an NMI handler, and as such one read-side section.            *)

\* strategy.c:35   if (static_call(guest_state)())
sample_StaticCall_guest_state(c) ==
  /\ Running
  /\ sample[c].at = "idle"
  /\ \/ /\ guest_state = NULL
        /\ sample' = [sample EXCEPT ![c] = sample_Idle]
        /\ faults' = faults \cup Torn(sample[c].uses, "nobody")
     \/ /\ guest_state # NULL
        /\ sample' = [sample EXCEPT
                      ![c].at = "in state",
                      ![c].uses = guest_state,
                      ![c].inside = guest_state]
        /\ faults' = faults \cup Torn(sample[c].uses, guest_state)
                            \cup Misuse(guest_state)
  /\ UNCHANGED <<guest_state, guest_get_ip, life, provider>>

\* strategy.c:35   if (static_call(guest_state)())   (the callback returns)
sample_Return_state(c) ==
  /\ Running
  /\ sample[c].at = "in state"
  /\ \E result \in {0, 1, 2} :
       \/ /\ result # 0
          /\ sample' = [sample EXCEPT
                        ![c].at = "static_call guest_get_ip",
                        ![c].inside = NULL]
       \/ /\ result = 0
          /\ sample' = [sample EXCEPT ![c] = sample_Idle]
  /\ UNCHANGED <<guest_state, guest_get_ip, life, provider, faults>>

\* strategy.c:36   static_call(guest_get_ip)();
sample_StaticCall_guest_get_ip(c) ==
  /\ Running
  /\ sample[c].at = "static_call guest_get_ip"
  /\ \/ /\ guest_get_ip = NULL
        /\ sample' = [sample EXCEPT ![c] = sample_Idle]
        /\ faults' = faults \cup Torn(sample[c].uses, "nobody")
     \/ /\ guest_get_ip # NULL
        /\ sample' = [sample EXCEPT
                      ![c].at = "in get_ip",
                      ![c].inside = guest_get_ip,
                      ![c].uses = NULL]
        /\ faults' = faults \cup Torn(sample[c].uses, guest_get_ip)
                            \cup Misuse(guest_get_ip)
  /\ UNCHANGED <<guest_state, guest_get_ip, life, provider>>

\* strategy.c:36   static_call(guest_get_ip)();   (the callback returns)
sample_Return_get_ip(c) ==
  /\ Running
  /\ sample[c].at = "in get_ip"
  /\ sample' = [sample EXCEPT ![c] = sample_Idle]
  /\ UNCHANGED <<guest_state, guest_get_ip, life, provider, faults>>

sample_Begins(c) ==
  sample_StaticCall_guest_state(c)

sample_GoesOn(c) ==
  \/ sample_Return_state(c)
  \/ sample_StaticCall_guest_get_ip(c)
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
        \A c \in CPUs : o \notin {sample[c].inside}

\* One run of a reader uses the callbacks of one registration only, with their
\* data.
ConsistentSnapshot == "torn snapshot" \notin faults

THEOREM Spec => []TypeOK

Symmetry == Permutations(CPUs)
=============================================================================

------------------------- MODULE OptionalSlotFixed -------------------------
(***************************************************************************)
(* optional-slot-fixed                                                     *)
(* a slot that is filled before the registration                           *)
(*                                                                         *)
(* Is the optional slot safe once the hardware is set up first?            *)
(*                                                                         *)
(* Source: commits f4b027c5c819 ("KVM: x86: Register perf callbacks after  *)
(* calling vendor's hardware_setup()") and 5c7df80e2ce4                    *)
(* Memory model: sc                                                        *)
(* Bounds: 2 CPUs, 2 objects (in the configurations)                       *)
(* Generated from specs/optional-slot-fixed/strategy.c by quiesce; edit    *)
(* that file, not this one.                                                *)
(*                                                                         *)
(* Check it:  quiesce check optional-slot-fixed                            *)
(*       or:  java -cp tla2tools.jar tlc2.TLC OptionalSlotFixed            *)
(*      and:  java -cp tla2tools.jar tlc2.TLC \                            *)
(*              -config OptionalSlotFixed_liveness.cfg OptionalSlotFixed   *)
(***************************************************************************)
EXTENDS FiniteSets, TLC

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
  perf_guest_cbs, \* struct callbacks *perf_guest_cbs
  \* of each object: int (*handle_intel_pt_intr)()
  callbacks_handle_intel_pt_intr,
  life,           \* of each object: "raw", then "live", then "torn down"
  provider,       \* the module that registers: where it is, and its object
  handle_pmi,     \* handle_pmi() on each CPU: where it is, and its locals
  awaited,        \* the read-side sections that the grace period waits for
  retired,        \* objects whose grace period has elapsed: no state shows it
  faults          \* what has gone wrong: no later state shows it

vars ==
  <<perf_guest_cbs, callbacks_handle_intel_pt_intr, life, provider,
    handle_pmi, awaited, retired, faults>>

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

provider_Idle == [at |-> "initialise", obj |-> NULL]

handle_pmi_Idle ==
  [at |-> "idle", cbs |-> NULL, inside |-> NULL, uses |-> NULL]

\* What holds of the variables in every state.
TypeOK ==
  /\ perf_guest_cbs \in Objects \cup {NULL}
  /\ callbacks_handle_intel_pt_intr \in [Objects
                                         -> {NULL, Uninitialised, "set"}]
  /\ life \in [Objects -> {"raw", "live", "torn down"}]
  /\ provider \in [at : {"initialise", "store handle_intel_pt_intr",
                         "store perf_guest_cbs", "registered",
                         "synchronize_rcu", "grace period", "tear down"},
                   obj : Objects \cup {NULL}]
  /\ handle_pmi \in [CPUs
                     -> [at : {"idle", "call is_in_guest", "in is_in_guest",
                               "call handle_intel_pt_intr",
                               "in handle_intel_pt_intr"},
                         cbs : Objects \cup {NULL},
                         inside : Objects \cup {NULL},
                         uses : Objects \cup {NULL}]]
  /\ awaited \in SUBSET CPUs
  /\ retired \subseteq Objects
  /\ faults \subseteq {"NULL dereference", "use before initialisation",
                       "use after teardown", "stale pointer", "torn snapshot"}

Init ==
  /\ perf_guest_cbs = NULL
  /\ callbacks_handle_intel_pt_intr = [o \in Objects |-> Uninitialised]
  /\ life = [o \in Objects |-> "raw"]
  /\ provider = provider_Idle
  /\ handle_pmi = [c \in CPUs |-> handle_pmi_Idle]
  /\ awaited = {}
  /\ retired = {}
  /\ faults = {}

-----------------------------------------------------------------------------
\* An oops ends the run.
Running ==
  faults \cap {"NULL dereference", "use before initialisation",
               "use after teardown"} = {}

\* What runs on CPU c is held up until the handler returns.
Interrupted(c) == handle_pmi[c].at # "idle"

\* A task can be put on CPU c.
Available(c) == ~Interrupted(c)

NextObject == CHOOSE o \in Objects : life[o] = "raw"

\* A reader is inside a callback of the object.
InUse(o) ==
  \E c \in CPUs : handle_pmi[c].inside = o

\* After the grace period no reader must find the old object.
Stale(o) == IF o \in retired THEN {"stale pointer"} ELSE {}

\* One run of a reader must not mix two registrations. A call of NULL is a
\* fault of its own.
Torn(before, now) ==
  IF before = NULL \/ now \in {NULL, before} THEN {} ELSE {"torn snapshot"}

\* The read-side sections in progress.
Sections == {c \in CPUs : handle_pmi[c].at # "idle"}

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
  /\ callbacks_handle_intel_pt_intr' = [callbacks_handle_intel_pt_intr EXCEPT
                                        ![NextObject] = NULL]
  /\ provider' = [provider EXCEPT
                  !.at = "store handle_intel_pt_intr",
                  !.obj = NextObject]
  /\ UNCHANGED <<perf_guest_cbs, handle_pmi, awaited, retired, faults>>

\* strategy.c:30   cbs->handle_intel_pt_intr = kvm_handle_intel_pt_intr;
hardware_setup_PlainStore ==
  /\ provider_MayStep
  /\ provider.at = "store handle_intel_pt_intr"
  /\ \/ /\ Misuse(provider.obj) # {}
        /\ faults' = faults \cup Misuse(provider.obj)
        /\ UNCHANGED <<callbacks_handle_intel_pt_intr, provider>>
     \/ /\ Misuse(provider.obj) = {}
        /\ callbacks_handle_intel_pt_intr' =
          [callbacks_handle_intel_pt_intr EXCEPT ![provider.obj] = "set"]
        /\ provider' = [provider EXCEPT !.at = "store perf_guest_cbs"]
        /\ UNCHANGED faults
  /\ UNCHANGED <<perf_guest_cbs, life, handle_pmi, awaited, retired>>

\* strategy.c:36   rcu_assign_pointer(perf_guest_cbs, cbs);
register_callbacks_RcuAssignPointer ==
  /\ provider_MayStep
  /\ provider.at = "store perf_guest_cbs"
  /\ perf_guest_cbs' = provider.obj
  /\ provider' = [provider EXCEPT !.at = "registered"]
  /\ UNCHANGED <<callbacks_handle_intel_pt_intr, life, handle_pmi, awaited,
                 retired, faults>>

\* strategy.c:41   rcu_assign_pointer(perf_guest_cbs, NULL);
unregister_callbacks_RcuAssignPointer ==
  /\ provider_MayStep
  /\ provider.at = "registered"
  /\ perf_guest_cbs' = NULL
  /\ provider' = [provider EXCEPT !.at = "synchronize_rcu"]
  /\ UNCHANGED <<callbacks_handle_intel_pt_intr, life, handle_pmi, awaited,
                 retired, faults>>

\* strategy.c:42   synchronize_rcu();
unregister_callbacks_SynchronizeRcuBegin ==
  /\ provider_MayStep
  /\ provider.at = "synchronize_rcu"
  /\ awaited' = Sections
  /\ provider' = [provider EXCEPT !.at = "grace period"]
  /\ UNCHANGED <<perf_guest_cbs, callbacks_handle_intel_pt_intr, life,
                 handle_pmi, retired, faults>>

\* strategy.c:42   synchronize_rcu();   (returns)
unregister_callbacks_SynchronizeRcuEnd ==
  /\ provider_MayStep
  /\ provider.at = "grace period"
  /\ awaited = {}
  /\ retired' = retired \cup {provider.obj}
  /\ provider' = [provider EXCEPT !.at = "tear down"]
  /\ UNCHANGED <<perf_guest_cbs, callbacks_handle_intel_pt_intr, life,
                 handle_pmi, awaited, faults>>

\* Unregistered: the object and the module's text are freed.
provider_TearDown ==
  /\ provider_MayStep
  /\ provider.at = "tear down"
  /\ life' = [life EXCEPT ![provider.obj] = "torn down"]
  /\ provider' = [provider EXCEPT !.at = "initialise", !.obj = NULL]
  /\ faults' = faults \cup (IF InUse(provider.obj) THEN {"use after teardown"}
                            ELSE {})
  /\ UNCHANGED <<perf_guest_cbs, callbacks_handle_intel_pt_intr, handle_pmi,
                 awaited, retired>>

provider_Begins ==
  \/ provider_Initialise
  \/ unregister_callbacks_RcuAssignPointer

provider_GoesOn ==
  \/ hardware_setup_PlainStore
  \/ register_callbacks_RcuAssignPointer
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
(* handle_pmi(): an NMI handler, and as such one read-side section.        *)

\* strategy.c:47   struct callbacks *cbs = rcu_dereference(perf_guest_cbs);
\* strategy.c:49   if (cbs && cbs->is_in_guest())
handle_pmi_RcuDereference(c) ==
  /\ Running
  /\ handle_pmi[c].at = "idle"
  /\ \/ /\ perf_guest_cbs # NULL
        /\ handle_pmi' = [handle_pmi EXCEPT
                          ![c].at = "call is_in_guest",
                          ![c].cbs = perf_guest_cbs]
        /\ faults' = faults \cup Stale(perf_guest_cbs)
     \/ /\ perf_guest_cbs = NULL
        /\ handle_pmi' = [handle_pmi EXCEPT ![c] = handle_pmi_Idle]
        /\ UNCHANGED faults
  /\ UNCHANGED <<perf_guest_cbs, callbacks_handle_intel_pt_intr, life,
                 provider, awaited, retired>>

\* strategy.c:49   if (cbs && cbs->is_in_guest())
handle_pmi_Call_is_in_guest(c) ==
  /\ Running
  /\ handle_pmi[c].at = "call is_in_guest"
  /\ handle_pmi' = [handle_pmi EXCEPT
                    ![c].at = "in is_in_guest",
                    ![c].uses = handle_pmi[c].cbs,
                    ![c].inside = handle_pmi[c].cbs]
  /\ faults' = faults \cup Misuse(handle_pmi[c].cbs)
                      \cup Torn(handle_pmi[c].uses, handle_pmi[c].cbs)
  /\ UNCHANGED <<perf_guest_cbs, callbacks_handle_intel_pt_intr, life,
                 provider, awaited, retired>>

\* strategy.c:49   if (cbs && cbs->is_in_guest())   (the callback returns)
handle_pmi_Return_is_in_guest(c) ==
  /\ Running
  /\ handle_pmi[c].at = "in is_in_guest"
  /\ \E result \in BOOLEAN :
       \/ /\ result
          /\ handle_pmi' = [handle_pmi EXCEPT
                            ![c].at = "call handle_intel_pt_intr",
                            ![c].inside = NULL]
          /\ UNCHANGED awaited
       \/ /\ ~result
          /\ awaited' = awaited \ {c}
          /\ handle_pmi' = [handle_pmi EXCEPT ![c] = handle_pmi_Idle]
  /\ UNCHANGED <<perf_guest_cbs, callbacks_handle_intel_pt_intr, life,
                 provider, retired, faults>>

\* strategy.c:50   cbs->handle_intel_pt_intr();
handle_pmi_Call_handle_intel_pt_intr(c) ==
  /\ Running
  /\ handle_pmi[c].at = "call handle_intel_pt_intr"
  /\ handle_pmi' = [handle_pmi EXCEPT
                    ![c].at = "in handle_intel_pt_intr",
                    ![c].cbs = NULL,
                    ![c].inside = handle_pmi[c].cbs,
                    ![c].uses = NULL]
  /\ faults' = faults \cup SlotMisuse(handle_pmi[c].cbs,
                                      callbacks_handle_intel_pt_intr)
                      \cup Torn(handle_pmi[c].uses, handle_pmi[c].cbs)
  /\ UNCHANGED <<perf_guest_cbs, callbacks_handle_intel_pt_intr, life,
                 provider, awaited, retired>>

\* strategy.c:50   cbs->handle_intel_pt_intr();   (the callback returns)
handle_pmi_Return_handle_intel_pt_intr(c) ==
  /\ Running
  /\ handle_pmi[c].at = "in handle_intel_pt_intr"
  /\ awaited' = awaited \ {c}
  /\ handle_pmi' = [handle_pmi EXCEPT ![c] = handle_pmi_Idle]
  /\ UNCHANGED <<perf_guest_cbs, callbacks_handle_intel_pt_intr, life,
                 provider, retired, faults>>

handle_pmi_Begins(c) ==
  handle_pmi_RcuDereference(c)

handle_pmi_GoesOn(c) ==
  \/ handle_pmi_Call_is_in_guest(c)
  \/ handle_pmi_Return_is_in_guest(c)
  \/ handle_pmi_Call_handle_intel_pt_intr(c)
  \/ handle_pmi_Return_handle_intel_pt_intr(c)

\* The thread has begun and is not held up: one of these steps can be taken.
handle_pmi_CanGoOn(c) ==
  /\ handle_pmi[c].at # "idle"
  /\ Running

\* The thread, having begun, takes a step: no other thread changes its
\* position.
handle_pmi_Moves(c) ==
  /\ handle_pmi[c].at # "idle"
  /\ handle_pmi[c]' # handle_pmi[c]

-----------------------------------------------------------------------------
Next ==
  \/ provider_Begins \/ provider_GoesOn
  \/ \E c \in CPUs : handle_pmi_Begins(c) \/ handle_pmi_GoesOn(c)

Spec == Init /\ [][Next]_vars

\* A thread that has begun and can continue does so eventually. No thread is
\* required to start.
Fairness ==
  /\ SF_vars(provider_GoesOn)
  /\ \A c \in CPUs : WF_vars(handle_pmi_GoesOn(c))

\* The same by its definition, with what ENABLED is: TLC is slow to evaluate
\* that. The configuration substitutes this for Fairness.
FairnessForTLC ==
  /\ <>[]~provider_CanGoOn \/ []<><<provider_Moves>>_vars
  /\ \A c \in CPUs :
       []<>~handle_pmi_CanGoOn(c) \/ []<><<handle_pmi_Moves(c)>>_vars

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
        \A c \in CPUs : o \notin {handle_pmi[c].cbs, handle_pmi[c].inside}

\* One run of a reader uses the callbacks of one registration only, with their
\* data.
ConsistentSnapshot == "torn snapshot" \notin faults

\* Nothing waits for something that can never come.
NoDeadlock ==
  LET Begun ==
        \/ provider.at \notin {"initialise", "registered"}
        \/ \E c \in CPUs : handle_pmi[c].at # "idle"
      CanGoOn ==
        \/ provider_CanGoOn
        \/ \E c \in CPUs : handle_pmi_CanGoOn(c)
  IN  Running /\ Begun => CanGoOn

\* An unregistration that has begun returns. (No thread stays in it for ever.
\* TLC would need a tableau for the same with ~>.)
UnregisterCompletes ==
  LET Unregistering ==
        provider.at \in {"synchronize_rcu", "grace period"}
  IN  []<>~(Unregistering /\ Running)

THEOREM Spec => []TypeOK

Symmetry == Permutations(CPUs)
=============================================================================

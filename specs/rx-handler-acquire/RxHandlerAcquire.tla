-------------------------- MODULE RxHandlerAcquire --------------------------
(***************************************************************************)
(* rx-handler-acquire                                                      *)
(* a handler and its data in two pointers, the handler loaded by an        *)
(* acquire                                                                 *)
(*                                                                         *)
(* Does a reader who finds the handler find its data on every CPU?         *)
(*                                                                         *)
(* Source: how rx-handler would be right under the weak model, too         *)
(* Memory model: sc                                                        *)
(* Bounds: 2 CPUs, 2 objects (in the configurations)                       *)
(* Generated from specs/rx-handler-acquire/strategy.c by quiesce; edit     *)
(* that file, not this one.                                                *)
(*                                                                         *)
(* Check it:  quiesce check rx-handler-acquire                             *)
(*       or:  java -cp tla2tools.jar tlc2.TLC RxHandlerAcquire             *)
(*      and:  java -cp tla2tools.jar tlc2.TLC \                            *)
(*              -config RxHandlerAcquire_liveness.cfg RxHandlerAcquire     *)
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
  rx_handler,     \* void (*rx_handler)()
  rx_handler_data, \* struct net_bridge_port *rx_handler_data
  life,           \* of each object: "raw", then "live", then "torn down"
  provider,       \* the module that registers: where it is, and its object
  \* netif_receive_skb() on each CPU: where it is, and its locals
  netif_receive_skb,
  awaited,        \* the read-side sections that the grace period waits for
  retired,        \* objects whose grace period has elapsed: no state shows it
  faults          \* what has gone wrong: no later state shows it

vars ==
  <<rx_handler, rx_handler_data, life, provider, netif_receive_skb, awaited,
    retired, faults>>

\* What is wrong with using the object that a pointer points to.
Misuse(o) ==
  IF o = NULL THEN {"NULL dereference"}
  ELSE IF life[o] = "raw" THEN {"use before initialisation"}
  ELSE IF life[o] = "torn down" THEN {"use after teardown"}
  ELSE {}

provider_Idle == [at |-> "initialise", obj |-> NULL]

netif_receive_skb_Idle == [at |-> "idle", p |-> NULL, inside |-> NULL]

\* What holds of the variables in every state.
TypeOK ==
  /\ rx_handler \in {NULL, "br_handle_frame"}
  /\ rx_handler_data \in Objects \cup {NULL}
  /\ life \in [Objects -> {"raw", "live", "torn down"}]
  /\ provider \in [at : {"initialise", "store rx_handler_data",
                         "store rx_handler", "registered", "synchronize_rcu",
                         "grace period", "store rx_handler_data (2)",
                         "tear down"},
                   obj : Objects \cup {NULL}]
  /\ netif_receive_skb \in [CPUs
                            -> [at : {"idle", "load rx_handler_data",
                                      "call forward", "in forward"},
                                p : Objects \cup {NULL},
                                inside : Objects \cup {NULL}]]
  /\ awaited \in SUBSET CPUs
  /\ retired \subseteq Objects
  /\ faults \subseteq {"NULL dereference", "use before initialisation",
                       "use after teardown", "stale pointer"}

Init ==
  /\ rx_handler = NULL
  /\ rx_handler_data = NULL
  /\ life = [o \in Objects |-> "raw"]
  /\ provider = provider_Idle
  /\ netif_receive_skb = [c \in CPUs |-> netif_receive_skb_Idle]
  /\ awaited = {}
  /\ retired = {}
  /\ faults = {}

-----------------------------------------------------------------------------
\* An oops ends the run.
Running ==
  faults \cap {"NULL dereference", "use before initialisation",
               "use after teardown"} = {}

\* What runs on CPU c is held up until the handler returns.
Interrupted(c) == netif_receive_skb[c].at # "idle"

\* A task can be put on CPU c.
Available(c) == ~Interrupted(c)

NextObject == CHOOSE o \in Objects : life[o] = "raw"

\* A reader is inside a callback of the object.
InUse(o) ==
  \E c \in CPUs : netif_receive_skb[c].inside = o

\* After the grace period no reader must find the old object.
Stale(o) == IF o \in retired THEN {"stale pointer"} ELSE {}

\* The read-side sections in progress.
Sections == {c \in CPUs : netif_receive_skb[c].at # "idle"}

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
                  !.at = "store rx_handler_data",
                  !.obj = NextObject]
  /\ UNCHANGED <<rx_handler, rx_handler_data, netif_receive_skb, awaited,
                 retired, faults>>

\* strategy.c:32   rcu_assign_pointer(rx_handler_data, p);
netdev_rx_handler_register_RcuAssignPointer ==
  /\ provider_MayStep
  /\ provider.at = "store rx_handler_data"
  /\ rx_handler_data' = provider.obj
  /\ provider' = [provider EXCEPT !.at = "store rx_handler"]
  /\ UNCHANGED <<rx_handler, life, netif_receive_skb, awaited, retired,
                 faults>>

\* strategy.c:33   rcu_assign_pointer(rx_handler, br_handle_frame);
netdev_rx_handler_register_RcuAssignPointer_2 ==
  /\ provider_MayStep
  /\ provider.at = "store rx_handler"
  /\ rx_handler' = "br_handle_frame"
  /\ provider' = [provider EXCEPT !.at = "registered"]
  /\ UNCHANGED <<rx_handler_data, life, netif_receive_skb, awaited, retired,
                 faults>>

\* strategy.c:38   RCU_INIT_POINTER(rx_handler, NULL);
netdev_rx_handler_unregister_WriteOnce ==
  /\ provider_MayStep
  /\ provider.at = "registered"
  /\ rx_handler' = NULL
  /\ provider' = [provider EXCEPT !.at = "synchronize_rcu"]
  /\ UNCHANGED <<rx_handler_data, life, netif_receive_skb, awaited, retired,
                 faults>>

\* strategy.c:40   synchronize_net();
netdev_rx_handler_unregister_SynchronizeRcuBegin ==
  /\ provider_MayStep
  /\ provider.at = "synchronize_rcu"
  /\ awaited' = Sections
  /\ provider' = [provider EXCEPT !.at = "grace period"]
  /\ UNCHANGED <<rx_handler, rx_handler_data, life, netif_receive_skb, retired,
                 faults>>

\* strategy.c:40   synchronize_net();   (returns)
netdev_rx_handler_unregister_SynchronizeRcuEnd ==
  /\ provider_MayStep
  /\ provider.at = "grace period"
  /\ awaited = {}
  /\ retired' = retired \cup {provider.obj}
  /\ provider' = [provider EXCEPT !.at = "store rx_handler_data (2)"]
  /\ UNCHANGED <<rx_handler, rx_handler_data, life, netif_receive_skb, awaited,
                 faults>>

\* strategy.c:41   RCU_INIT_POINTER(rx_handler_data, NULL);
netdev_rx_handler_unregister_WriteOnce_2 ==
  /\ provider_MayStep
  /\ provider.at = "store rx_handler_data (2)"
  /\ rx_handler_data' = NULL
  /\ provider' = [provider EXCEPT !.at = "tear down"]
  /\ UNCHANGED <<rx_handler, life, netif_receive_skb, awaited, retired,
                 faults>>

\* Unregistered: the object and the module's text are freed.
provider_TearDown ==
  /\ provider_MayStep
  /\ provider.at = "tear down"
  /\ life' = [life EXCEPT ![provider.obj] = "torn down"]
  /\ provider' = [provider EXCEPT !.at = "initialise", !.obj = NULL]
  /\ faults' = faults \cup (IF InUse(provider.obj) THEN {"use after teardown"}
                            ELSE {})
  /\ UNCHANGED <<rx_handler, rx_handler_data, netif_receive_skb, awaited,
                 retired>>

provider_Begins ==
  \/ provider_Initialise
  \/ netdev_rx_handler_unregister_WriteOnce

provider_GoesOn ==
  \/ netdev_rx_handler_register_RcuAssignPointer
  \/ netdev_rx_handler_register_RcuAssignPointer_2
  \/ netdev_rx_handler_unregister_SynchronizeRcuBegin
  \/ netdev_rx_handler_unregister_SynchronizeRcuEnd
  \/ netdev_rx_handler_unregister_WriteOnce_2
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
(* netif_receive_skb(): a softirq handler, and as such one read-side       *)
(* section.                                                                *)

\* strategy.c:46   rcu_read_lock();
\* strategy.c:48   if (smp_load_acquire(&rx_handler) == br_handle_frame)
\* strategy.c:50   rcu_read_unlock();
netif_receive_skb_LoadAcquire(c) ==
  /\ Running
  /\ netif_receive_skb[c].at = "idle"
  /\ \/ /\ rx_handler = "br_handle_frame"
        /\ netif_receive_skb' = [netif_receive_skb EXCEPT
                                 ![c].at = "load rx_handler_data"]
        /\ faults' = faults \cup Stale(rx_handler)
     \/ /\ rx_handler # "br_handle_frame"
        /\ netif_receive_skb' = [netif_receive_skb EXCEPT
                                 ![c] = netif_receive_skb_Idle]
        /\ faults' = faults \cup Stale(rx_handler)
  /\ UNCHANGED <<rx_handler, rx_handler_data, life, provider, awaited,
                 retired>>

\* strategy.c:25   struct net_bridge_port *p =
\*                 rcu_dereference(rx_handler_data);
br_handle_frame_RcuDereference(c) ==
  /\ Running
  /\ netif_receive_skb[c].at = "load rx_handler_data"
  /\ netif_receive_skb' = [netif_receive_skb EXCEPT
                           ![c].at = "call forward",
                           ![c].p = rx_handler_data]
  /\ faults' = faults \cup Stale(rx_handler_data)
  /\ UNCHANGED <<rx_handler, rx_handler_data, life, provider, awaited,
                 retired>>

\* strategy.c:27   p->forward();
br_handle_frame_Call_forward(c) ==
  /\ Running
  /\ netif_receive_skb[c].at = "call forward"
  /\ netif_receive_skb' = [netif_receive_skb EXCEPT
                           ![c].at = "in forward",
                           ![c].p = NULL,
                           ![c].inside = netif_receive_skb[c].p]
  /\ faults' = faults \cup Misuse(netif_receive_skb[c].p)
  /\ UNCHANGED <<rx_handler, rx_handler_data, life, provider, awaited,
                 retired>>

\* strategy.c:27   p->forward();   (the callback returns)
\* strategy.c:50   rcu_read_unlock();
br_handle_frame_Return_forward(c) ==
  /\ Running
  /\ netif_receive_skb[c].at = "in forward"
  /\ awaited' = awaited \ {c}
  /\ netif_receive_skb' = [netif_receive_skb EXCEPT
                           ![c] = netif_receive_skb_Idle]
  /\ UNCHANGED <<rx_handler, rx_handler_data, life, provider, retired, faults>>

netif_receive_skb_Begins(c) ==
  netif_receive_skb_LoadAcquire(c)

netif_receive_skb_GoesOn(c) ==
  \/ br_handle_frame_RcuDereference(c)
  \/ br_handle_frame_Call_forward(c)
  \/ br_handle_frame_Return_forward(c)

\* The thread has begun and is not held up: one of these steps can be taken.
netif_receive_skb_CanGoOn(c) ==
  /\ netif_receive_skb[c].at # "idle"
  /\ Running

\* The thread, having begun, takes a step: no other thread changes its
\* position.
netif_receive_skb_Moves(c) ==
  /\ netif_receive_skb[c].at # "idle"
  /\ netif_receive_skb[c]' # netif_receive_skb[c]

-----------------------------------------------------------------------------
Next ==
  \/ provider_Begins \/ provider_GoesOn
  \/ \E c \in CPUs : netif_receive_skb_Begins(c) \/ netif_receive_skb_GoesOn(c)

Spec == Init /\ [][Next]_vars

\* A thread that has begun and can continue does so eventually. No thread is
\* required to start.
Fairness ==
  /\ SF_vars(provider_GoesOn)
  /\ \A c \in CPUs : WF_vars(netif_receive_skb_GoesOn(c))

\* The same by its definition, with what ENABLED is: TLC is slow to evaluate
\* that. The configuration substitutes this for Fairness.
FairnessForTLC ==
  /\ <>[]~provider_CanGoOn \/ []<><<provider_Moves>>_vars
  /\ \A c \in CPUs :
       \/ []<>~netif_receive_skb_CanGoOn(c)
       \/ []<><<netif_receive_skb_Moves(c)>>_vars

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
        \A c \in CPUs : o \notin {netif_receive_skb[c].p,
                                netif_receive_skb[c].inside}

\* Nothing waits for something that can never come.
NoDeadlock ==
  LET Begun ==
        \/ provider.at \notin {"initialise", "registered"}
        \/ \E c \in CPUs : netif_receive_skb[c].at # "idle"
      CanGoOn ==
        \/ provider_CanGoOn
        \/ \E c \in CPUs : netif_receive_skb_CanGoOn(c)
  IN  Running /\ Begun => CanGoOn

\* An unregistration that has begun returns. (No thread stays in it for ever.
\* TLC would need a tableau for the same with ~>.)
UnregisterCompletes ==
  LET Unregistering ==
        provider.at \in {"synchronize_rcu", "grace period",
                        "store rx_handler_data (2)"}
  IN  []<>~(Unregistering /\ Running)

THEOREM Spec => []TypeOK

Symmetry == Permutations(CPUs)
=============================================================================

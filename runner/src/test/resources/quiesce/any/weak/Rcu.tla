-------------------------------- MODULE Rcu --------------------------------
(***************************************************************************)
(* rcu                                                                     *)
(* rcu_dereference()/rcu_assign_pointer() and a grace period               *)
(*                                                                         *)
(* Are all readers gone, and do new ones find NULL, when unregister        *)
(* returns?                                                                *)
(*                                                                         *)
(* Source: commit ff083a2d972f ("perf: Protect perf_guest_cbs with RCU")   *)
(* Memory model: weak (the Linux kernel memory model, as a machine with    *)
(* views)                                                                  *)
(* Bounds: any number of CPUs, 2 objects (in the configurations)           *)
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
(* Check it:  quiesce check rcu                                            *)
(*       or:  java -cp tla2tools.jar tlc2.TLC Rcu                          *)
(***************************************************************************)
EXTENDS FiniteSets, Integers, Sequences, TLC

CONSTANTS
  Objects,        \* the callback structures, registered one at a time
  perf_guest_cbs, \* the address of struct callbacks *perf_guest_cbs
  NULL

ASSUME
  /\ IsFiniteSet(Objects) /\ Objects # {} /\ NULL \notin Objects

VARIABLES
  memory,         \* stores, and what everybody knows of them
  cpus,           \* the states that CPUs are in
  provider,       \* the module that registers: where it is, and its object
  retired,        \* objects whose grace period has elapsed: no state shows it
  faults          \* what has gone wrong: no later state shows it

vars ==
  <<memory, cpus, provider, retired, faults>>

\* Memory: a machine with views, for the Linux kernel memory model.
\*
\* Every location has its stores, as messages in coherence order. A view says,
\* for each location, which message its owner knows of: it reads that one or a
\* later one, and never an older one.
Locations ==
  {perf_guest_cbs} \cup Objects

\* The agents whose views are distinguished.
Agents == {"provider"} \cup {"cpus"}

\* The view of the initial memory.
Nothing == TLCEval([l \in Locations |-> 1])

\* What both views know. (TLC evaluates a function again at each use, without
\* TLCEval.)
Join(v, w) == TLCEval([l \in Locations |-> IF v[l] < w[l] THEN w[l] ELSE v[l]])

First(v) == <<[id |-> 1, value |-> v, view |-> Nothing]>>

Untouched ==
  [history |->
     TLCEval([l \in Locations |->
        CASE l \in Objects -> First("raw")
          [] OTHER -> First(NULL)]),
   seen |-> TLCEval([a \in Agents |-> Nothing]),
   begun |-> TLCEval([g \in {"rcu"} |-> Nothing])]

\* The value of the last store to l, whoever may still see older ones.
Newest(l) == memory.history[l][Len(memory.history[l])].value

Highest(places) == CHOOSE i \in places : \A j \in places : j <= i

\* The oldest message of l that agent a may still read, by an address that
\* depends on d.
Oldest(mem, a, l, d) == Highest({mem.seen[a][l], d[l]})

Readable(mem, a, l, d) ==
  {mem.history[l][i] : i \in Oldest(mem, a, l, d)..Len(mem.history[l])}

\* Agent a has read message m of l.
Read(mem, a, l, m) == [mem EXCEPT !.seen[a][l] = m.id]

\* Inserts message m into the history of l as number i, as agent a's store.
Write(mem, a, l, m) ==
  LET h == [mem.history EXCEPT ![l] = Append(@, m)]
  IN  [mem EXCEPT !.history = h, !.seen[a][l] = m.id]

\* A read-side section begins: it sees what came before any grace period that
\* has begun.
SectionBegun(mem, a, g) ==
  [mem EXCEPT !.seen[a] = Join(@, mem.begun[g])]

GracePeriodBegun(mem, a, g) == [mem EXCEPT !.begun[g] = Join(@, mem.seen[a])]

\* What an agent knows. A member of a crowd has it for itself, and is an agent
\* while it takes a step.
Known(mem, a) == [seen |-> mem.seen[a]]

Knowing(mem, a, known) == [mem EXCEPT !.seen[a] = known.seen]

\* Memory, with c as an agent.
cpus_Memory(c) == Knowing(memory, "cpus", c.knows)

Ignorant == Known(Untouched, "cpus")

\* The state of each object.
life == [o \in Objects |-> Newest(o)]

\* The states in which agent a may see the object that a pointer points to.
Uses(mem, a, o, d) ==
  IF o = NULL THEN {[id |-> 1, value |-> "nothing", view |-> Nothing]}
  ELSE Readable(mem, a, o, d)

Used(mem, a, o, m) == IF o = NULL THEN mem ELSE Read(mem, a, o, m)

\* What is wrong with using the object that a pointer points to.
Misuse(o, state) ==
  IF o = NULL THEN {"NULL dereference"}
  ELSE IF state = "raw" THEN {"use before initialisation"}
  ELSE IF state = "torn down" THEN {"use after teardown"}
  ELSE {}

\* The values that may be stored at l.
Values(l) ==
  CASE l = perf_guest_cbs -> Objects \cup {NULL}
    [] l \in Objects -> {"raw", "live", "torn down"}

Views == [Locations -> Nat]

Dependencies == Views

\* The messages that a store to l may make.
Messages(l) == [id : Nat, value : Values(l), view : Views]

\* What an agent may know.
Knowledge == [seen : Views]

MemoryOK ==
  /\ DOMAIN memory = {"history", "seen", "begun"}
  /\ DOMAIN memory.history = Locations
  /\ \A l \in Locations : \A i \in 1..Len(memory.history[l]) :
       memory.history[l][i] \in Messages(l)
  /\ memory.seen \in [Agents -> Views]
  /\ memory.begun \in [{"rcu"} -> Views]

provider_Idle == [at |-> "initialise", obj |-> NULL]

sample_Idle ==
  [at |-> "idle",
   cbs |-> NULL,
   cbs_dep |-> Nothing,
   inside |-> NULL,
   uses |-> NULL,
   awaited |-> FALSE]

cpus_Idle == [sample |-> sample_Idle, knows |-> Ignorant]

\* What holds of the variables in every state.
TypeOK ==
  /\ MemoryOK
  /\ provider \in [at : {"initialise", "load perf_guest_cbs",
                         "store perf_guest_cbs", "registered",
                         "store perf_guest_cbs (2)", "synchronize_rcu",
                         "grace period", "tear down"},
                   obj : Objects \cup {NULL}]
  /\ cpus \subseteq [sample : [at : {"idle", "call is_in_guest",
                                     "in is_in_guest", "call get_ip",
                                     "in get_ip"},
                               cbs : Objects \cup {NULL},
                               cbs_dep : Dependencies,
                               inside : Objects \cup {NULL},
                               uses : Objects \cup {NULL},
                               awaited : BOOLEAN],
                     knows : Knowledge]
  /\ retired \subseteq Objects
  /\ faults \subseteq {"NULL dereference", "use before initialisation",
                       "use after teardown", "stale pointer", "torn snapshot",
                       "warning"}

Init ==
  /\ memory = Untouched
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

NextObject == CHOOSE o \in Objects : life[o] = "raw"

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
  /\ \E o \in Objects : life[o] = "raw"
  /\ memory' = Write(memory, "provider", NextObject,
                     [id |-> Len(memory.history[NextObject]) + 1,
                      value |-> "live",
                      view |-> [Nothing EXCEPT
                                ![NextObject] = Len(memory.history[NextObject])
                                                  + 1]])
  /\ provider' = [provider EXCEPT
                  !.at = "load perf_guest_cbs",
                  !.obj = NextObject]
  /\ UNCHANGED <<cpus, retired, faults>>

\* strategy.c:22   if (WARN_ON_ONCE(rcu_access_pointer(perf_guest_cbs)))
register_callbacks_RcuAccessPointer ==
  /\ provider_MayStep
  /\ provider.at = "load perf_guest_cbs"
  /\ \E message \in Readable(memory, "provider", perf_guest_cbs, Nothing) :
       \/ /\ message.value # NULL
          /\ memory' = Read(memory, "provider", perf_guest_cbs, message)
          /\ provider' = [provider EXCEPT !.at = "registered"]
          /\ faults' = faults \cup {"warning"}
       \/ /\ message.value = NULL
          /\ memory' = Read(memory, "provider", perf_guest_cbs, message)
          /\ provider' = [provider EXCEPT !.at = "store perf_guest_cbs"]
          /\ UNCHANGED faults
  /\ UNCHANGED <<cpus, retired>>

\* strategy.c:25   rcu_assign_pointer(perf_guest_cbs, cbs);
register_callbacks_RcuAssignPointer ==
  /\ provider_MayStep
  /\ provider.at = "store perf_guest_cbs"
  /\ memory' =
    Write(memory, "provider", perf_guest_cbs,
          [id |-> Len(memory.history[perf_guest_cbs]) + 1,
           value |-> provider.obj,
           view |-> [memory.seen["provider"] EXCEPT
                     ![perf_guest_cbs] = Len(memory.history[perf_guest_cbs])
                                           + 1]])
  /\ provider' = [provider EXCEPT !.at = "registered"]
  /\ UNCHANGED <<cpus, retired, faults>>

\* strategy.c:30   if (WARN_ON_ONCE(rcu_access_pointer(perf_guest_cbs) != cbs))
unregister_callbacks_RcuAccessPointer ==
  /\ provider_MayStep
  /\ provider.at = "registered"
  /\ \E message \in Readable(memory, "provider", perf_guest_cbs, Nothing) :
       \/ /\ message.value # provider.obj
          /\ memory' = Read(memory, "provider", perf_guest_cbs, message)
          /\ provider' = [provider EXCEPT !.at = "tear down"]
          /\ faults' = faults \cup {"warning"}
       \/ /\ message.value = provider.obj
          /\ memory' = Read(memory, "provider", perf_guest_cbs, message)
          /\ provider' = [provider EXCEPT !.at = "store perf_guest_cbs (2)"]
          /\ UNCHANGED faults
  /\ UNCHANGED <<cpus, retired>>

\* strategy.c:33   rcu_assign_pointer(perf_guest_cbs, NULL);
unregister_callbacks_RcuAssignPointer ==
  /\ provider_MayStep
  /\ provider.at = "store perf_guest_cbs (2)"
  /\ memory' =
    Write(memory, "provider", perf_guest_cbs,
          [id |-> Len(memory.history[perf_guest_cbs]) + 1,
           value |-> NULL,
           view |-> [memory.seen["provider"] EXCEPT
                     ![perf_guest_cbs] = Len(memory.history[perf_guest_cbs])
                                           + 1]])
  /\ provider' = [provider EXCEPT !.at = "synchronize_rcu"]
  /\ UNCHANGED <<cpus, retired, faults>>

\* strategy.c:34   synchronize_rcu();
unregister_callbacks_SynchronizeRcuBegin ==
  /\ provider_MayStep
  /\ provider.at = "synchronize_rcu"
  /\ memory' = GracePeriodBegun(memory, "provider", "rcu")
  /\ provider' = [provider EXCEPT !.at = "grace period"]
  /\ cpus' = {[m EXCEPT !.sample.awaited = (m.sample.at # "idle")] :
                m \in cpus}
  /\ UNCHANGED <<retired, faults>>

\* strategy.c:34   synchronize_rcu();   (returns)
unregister_callbacks_SynchronizeRcuEnd ==
  /\ provider_MayStep
  /\ provider.at = "grace period"
  /\ retired' = retired \cup {provider.obj}
  /\ provider' = [provider EXCEPT !.at = "tear down"]
  /\ cpus' = {m \in cpus : ~m.sample.awaited}
  /\ UNCHANGED <<memory, faults>>

\* Unregistered: the object and the module's text are freed.
provider_TearDown ==
  /\ provider_MayStep
  /\ provider.at = "tear down"
  /\ \/ /\ InUse(provider.obj)
        /\ memory' =
          Write(memory, "provider", provider.obj,
                [id |-> Len(memory.history[provider.obj]) + 1,
                 value |-> "torn down",
                 view |-> [Nothing EXCEPT
                           ![provider.obj] = Len(memory.history[provider.obj])
                                               + 1]])
        /\ provider' = [provider EXCEPT !.at = "initialise", !.obj = NULL]
        /\ faults' = faults \cup {"use after teardown"}
        /\ UNCHANGED cpus
     \/ /\ memory' =
          Write(memory, "provider", provider.obj,
                [id |-> Len(memory.history[provider.obj]) + 1,
                 value |-> "torn down",
                 view |-> [Nothing EXCEPT
                           ![provider.obj] = Len(memory.history[provider.obj])
                                               + 1]])
        /\ provider' = [provider EXCEPT !.at = "initialise", !.obj = NULL]
        /\ cpus' = {m \in cpus : m.sample.inside # provider.obj}
        /\ UNCHANGED faults
  /\ UNCHANGED retired

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
    /\ \E message \in Readable(SectionBegun(cpus_Memory(c), "cpus", "rcu"),
                               "cpus", perf_guest_cbs, Nothing) :
         \/ /\ message.value # NULL
            /\ faults' = faults \cup Stale(message.value)
            /\ \E rest \in cpus_Without(c) :
                 cpus' =
                   rest \cup {[c EXCEPT
                               !.knows =
                                 Known(Read(SectionBegun(cpus_Memory(c),
                                                         "cpus", "rcu"),
                                            "cpus", perf_guest_cbs, message),
                                       "cpus"),
                               !.sample.at = "call is_in_guest",
                               !.sample.cbs = message.value,
                               !.sample.cbs_dep = message.view]}
         \/ /\ message.value = NULL
            /\ \E rest \in cpus_Without(c) :
                 /\ cpus' = rest \cup {[c EXCEPT
                                        !.knows = Ignorant,
                                        !.sample = sample_Idle]}
                 /\ UNCHANGED faults
    /\ UNCHANGED <<memory, provider, retired>>

\* strategy.c:41   if (cbs && cbs->is_in_guest())
sample_Call_is_in_guest ==
  \E c \in cpus :
    /\ Running
    /\ c.sample.at = "call is_in_guest"
    /\ \E state \in Uses(cpus_Memory(c), "cpus", c.sample.cbs,
                         c.sample.cbs_dep) :
         /\ faults' = faults \cup Misuse(c.sample.cbs, state.value)
                             \cup Torn(c.sample.uses, c.sample.cbs)
         /\ \E rest \in cpus_Without(c) :
              cpus' = rest \cup {[c EXCEPT
                                  !.knows = Known(Used(cpus_Memory(c), "cpus",
                                                       c.sample.cbs, state),
                                                  "cpus"),
                                  !.sample.at = "in is_in_guest",
                                  !.sample.uses = c.sample.cbs,
                                  !.sample.inside = c.sample.cbs]}
    /\ UNCHANGED <<memory, provider, retired>>

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
                 cpus' = rest \cup {[c EXCEPT
                                     !.knows = Ignorant,
                                     !.sample = sample_Idle]}
    /\ UNCHANGED <<memory, provider, retired, faults>>

\* strategy.c:42   cbs->get_ip();
sample_Call_get_ip ==
  \E c \in cpus :
    /\ Running
    /\ c.sample.at = "call get_ip"
    /\ \E state \in Uses(cpus_Memory(c), "cpus", c.sample.cbs,
                         c.sample.cbs_dep) :
         /\ faults' = faults \cup Misuse(c.sample.cbs, state.value)
                             \cup Torn(c.sample.uses, c.sample.cbs)
         /\ \E rest \in cpus_Without(c) :
              cpus' = rest \cup {[c EXCEPT
                                  !.knows = Known(Used(cpus_Memory(c), "cpus",
                                                       c.sample.cbs, state),
                                                  "cpus"),
                                  !.sample.at = "in get_ip",
                                  !.sample.cbs = NULL,
                                  !.sample.cbs_dep = Nothing,
                                  !.sample.inside = c.sample.cbs,
                                  !.sample.uses = NULL]}
    /\ UNCHANGED <<memory, provider, retired>>

\* strategy.c:42   cbs->get_ip();   (the callback returns)
sample_Return_get_ip ==
  \E c \in cpus :
    /\ Running
    /\ c.sample.at = "in get_ip"
    /\ \E rest \in cpus_Without(c) :
         cpus' = rest \cup {[c EXCEPT
                             !.knows = Ignorant,
                             !.sample = sample_Idle]}
    /\ UNCHANGED <<memory, provider, retired, faults>>

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
  IN  Running /\ Begun => provider_CanGoOn

\* Beyond that, numbers that are given are checked sooner.
FewStates == TLCGet("distinct") <= 5000

THEOREM Spec => []TypeOK

-----------------------------------------------------------------------------
(* The parts of a state that matter: states that agree in them have the    *)
(* same future. TLC takes them for one state (VIEW).                       *)

Lowest(places) == CHOOSE i \in places : \A j \in places : i <= j

Greater(i, j) == IF i < j THEN j ELSE i

\* The object that a location is part of, if any.
ObjectOf(l) == IF l \in Objects THEN l ELSE NULL

\* What a view says of one object.
OfObject(v, o) ==
  IF o = NULL THEN {}
  ELSE {<<l, v[l]>> : l \in {l \in Locations : ObjectOf(l) = o}}

\* A provider without a next object no longer reads memory.
Finished ==
  /\ provider.at \in {"initialise", "tear down"}
  /\ \A o \in Objects : life[o] # "raw"

\* Who knows less can do all that who knows more can: of members that differ in
\* nothing else it is enough.
Least_cpus(members) ==
  {c \in members : ~\E m \in members :
     /\ m # c
     /\ [c EXCEPT !.knows.seen = m.knows.seen] = m
     /\ \A l \in Locations : m.knows.seen[l] <= c.knows.seen[l]}

Relevant ==
  LET last == [l \in Locations |-> Len(memory.history[l])]
      Place(v, l) == v[l]
      asking == (Agents \ {"cpus"}) \ (IF Finished THEN {"provider"} ELSE {})
      seen == TLCEval([a \in asking |-> memory.seen[a]])
      \* What one reads memory by, now or at its next step.
      Sees_cpus(c) ==
        IF c.sample.at = "idle" THEN Join(c.knows.seen, memory.begun["rcu"])
        ELSE c.knows.seen
      \* The oldest message that any agent may still read, or put a message
      \* after.
      views == {seen[a] : a \in asking} \cup {Sees_cpus(c) : c \in cpus}
      read ==
        TLCEval([l \in Locations |->
                   Lowest({last[l]} \cup {v[l] : v \in views})])
      \* An object is found through a pointer: no agent finds it older than
      \* what the pointer carries.
      Found(l, o) ==
        {last[l]} \cup (IF provider.obj = o /\ "provider" \in asking
                          THEN {Place(memory.seen["provider"], l)}
                        ELSE {})
                  \cup (UNION {{Greater(Place(c.knows.seen, l),
                                        Place(c.sample.cbs_dep, l))} :
                                 c \in {c \in cpus : c.sample.cbs = o}})
                  \cup (UNION {{Place(memory.history[k][i].view, l) :
                                  i \in {i \in read[k]..last[k] :
                                           memory.history[k][i].value = o}} :
                                 k \in {k \in Locations : ObjectOf(k) = NULL}})
      oldest ==
        TLCEval([l \in Locations |->
                   IF ObjectOf(l) = NULL THEN read[l]
                   ELSE Lowest(Found(l, ObjectOf(l)))])
      \* Messages are counted from there; having seen an older one is having
      \* seen none. (Most views are left as they are, and TLC is quick to see
      \* that they are.)
      fresh == oldest = Nothing
      Counted(v) ==
        IF fresh \/ v = Nothing THEN v
        ELSE TLCEval([l \in Locations |->
                        IF v[l] <= oldest[l] THEN 1
                        ELSE (v[l] - oldest[l]) + 1])
      Message(l, m, first) ==
        [value |-> m.value,
         view |-> IF l \in Objects THEN Nothing ELSE Counted(m.view)]
  IN  <<[l \in Locations |->
           [i \in 1..(last[l] - oldest[l]) + 1 |->
              Message(l, memory.history[l][i + (oldest[l] - 1)], i = 1)]],
        [a \in asking |-> [seen |-> Counted(seen[a])]],
        [g \in DOMAIN memory.begun |-> Counted(memory.begun[g])],
        Least_cpus({LET sees_cpus == Sees_cpus(c)
                    IN  [c EXCEPT
                         !.knows = [seen |-> Counted(sees_cpus)],
                         !.sample.cbs_dep = OfObject(Counted(@),
                                                     c.sample.cbs)] :
                      c \in cpus}), provider, retired, faults>>
=============================================================================

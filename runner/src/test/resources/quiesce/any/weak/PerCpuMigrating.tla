-------------------------- MODULE PerCpuMigrating --------------------------
(***************************************************************************)
(* per-cpu-migrating                                                       *)
(* each CPU's pointer written by a vCPU task that may migrate              *)
(*                                                                         *)
(* What if the vCPU task can be moved to another CPU while the pointer is  *)
(* set?                                                                    *)
(*                                                                         *)
(* Source: the thread on PATCH 05/15: "flows that are protected against    *)
(* preemption"                                                             *)
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
(* In vcpu_run others always stay behind, unless somebody waits until they *)
(* are gone: a member comes to its end by itself and changes nothing else. *)
(* Where nobody must be in some state, who is in it was one too many, and  *)
(* leaves.                                                                 *)
(*                                                                         *)
(* Check it:  quiesce check per-cpu-migrating                              *)
(*       or:  java -cp tla2tools.jar tlc2.TLC PerCpuMigrating              *)
(***************************************************************************)
EXTENDS FiniteSets, Integers, Sequences, TLC

CONSTANTS
  Objects,        \* the callback structures, registered one at a time
  NULL

ASSUME
  /\ IsFiniteSet(Objects) /\ Objects # {} /\ NULL \notin Objects

VARIABLES
  memory,         \* stores, and what everybody knows of them
  cpus,           \* the states that CPUs are in
  provider,       \* the module that registers: where it is, and its object
  vcpu_run,       \* vcpu_run() in each task: where it is, and its locals
  faults          \* what has gone wrong: no later state shows it

vars ==
  <<memory, cpus, provider, vcpu_run, faults>>

\* Memory: a machine with views, for the Linux kernel memory model.
\*
\* Every location has its stores, as messages in coherence order. A view says,
\* for each location, which message its owner knows of: it reads that one or a
\* later one, and never an older one.
Locations ==
  Objects

\* The agents whose views are distinguished.
Agents == {"provider"} \cup {"vcpu_run"} \cup {"cpus"}

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
   seen |-> TLCEval([a \in Agents |-> Nothing])]

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

\* What an agent knows. A member of a crowd has it for itself, and is an agent
\* while it takes a step.
Known(mem, a) == [seen |-> mem.seen[a]]

Knowing(mem, a, known) == [mem EXCEPT !.seen[a] = known.seen]

\* Memory, with c as an agent.
cpus_Memory(c) == Knowing(memory, "cpus", c.knows)

Ignorant == Known(Untouched, "cpus")

\* What runs on CPU c knows what ran there before, and the reverse.
Together(mem, a, c) ==
  LET seen == Join(mem.seen[a], mem.seen[c])
  IN  [mem EXCEPT !.seen[a] = seen, !.seen[c] = seen]

\* A thread that pins the provider was admitted by it, and that orders.
Admitted(mem, a, p) ==
  [mem EXCEPT !.seen[a] = Join(@, mem.seen[p])]

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
  CASE l \in Objects -> {"raw", "live", "torn down"}

Views == [Locations -> Nat]

Dependencies == Views

\* The messages that a store to l may make.
Messages(l) == [id : Nat, value : Values(l), view : Views]

\* What an agent may know.
Knowledge == [seen : Views]

MemoryOK ==
  /\ DOMAIN memory = {"history", "seen"}
  /\ DOMAIN memory.history = Locations
  /\ \A l \in Locations : \A i \in 1..Len(memory.history[l]) :
       memory.history[l][i] \in Messages(l)
  /\ memory.seen \in [Agents -> Views]

provider_Idle == [at |-> "initialise", obj |-> NULL]

vcpu_run_Idle == [at |-> "idle", knows |-> Ignorant]

sample_Idle ==
  [at |-> "idle",
   cbs |-> NULL,
   cbs_dep |-> Nothing,
   inside |-> NULL,
   uses |-> NULL]

cpus_Idle ==
  [sample |-> sample_Idle, perf_guest_cbs |-> NULL, knows |-> Ignorant]

\* What holds of the variables in every state.
TypeOK ==
  /\ MemoryOK
  /\ provider \in [at : {"initialise", "registered"},
                   obj : Objects \cup {NULL}]
  /\ cpus \subseteq [sample : [at : {"idle", "call is_in_guest",
                                     "in is_in_guest", "call get_ip",
                                     "in get_ip"},
                               cbs : Objects \cup {NULL},
                               cbs_dep : Dependencies,
                               inside : Objects \cup {NULL},
                               uses : Objects \cup {NULL}],
                     perf_guest_cbs : Objects \cup {NULL},
                     knows : Knowledge]
  /\ vcpu_run \subseteq [at : {"idle", "store perf_guest_cbs"},
                         knows : Knowledge]
  /\ faults \subseteq {"NULL dereference", "use before initialisation",
                       "use after teardown", "torn snapshot"}

Init ==
  /\ memory = Untouched
  /\ cpus = {cpus_Idle}
  /\ provider = provider_Idle
  /\ vcpu_run = {vcpu_run_Idle}
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

\* What may be left of the crowd when a member moves on: another may be in the
\* same state.
vcpu_run_Without(t) ==
  IF t.at # "idle" THEN {vcpu_run, vcpu_run \ {t}} ELSE {vcpu_run}

\* A reader is inside a callback of the object.
InUse(o) ==
  \E c \in cpus : c.sample.inside = o

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
  /\ provider' = [provider EXCEPT !.at = "registered", !.obj = NextObject]
  /\ UNCHANGED <<cpus, vcpu_run, faults>>

\* Unregistered: the object and the module's text are freed.
provider_TearDown ==
  /\ provider_MayStep
  /\ provider.at = "registered"
  /\ \A m \in vcpu_run : m.at = "idle"
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
  /\ UNCHANGED vcpu_run

provider_Begins ==
  \/ provider_Initialise
  \/ provider_TearDown

-----------------------------------------------------------------------------
(* vcpu_run(): a task that runs only while the callbacks are registered.   *)

vcpu_run_MayStart(c) ==
  /\ Running
  /\ Available(c)
  /\ provider.at = "registered"

vcpu_run_MayStep(c) ==
  /\ Running
  /\ Available(c)

\* strategy.c:31   this_cpu_write(perf_guest_cbs, cbs);
vcpu_run_ThisCpuWrite ==
  \E t \in vcpu_run :
    \E c \in cpus :
      /\ vcpu_run_MayStart(c)
      /\ t.at = "idle"
      /\ LET now == Together(Admitted(Together(Knowing(cpus_Memory(c),
                                                       "vcpu_run", t.knows),
                                               "vcpu_run", "cpus"),
                                      "vcpu_run", "provider"), "vcpu_run",
                             "cpus") IN
           \E rest \in cpus_Without(c) :
             /\ cpus' = rest \cup {[c EXCEPT
                                    !.perf_guest_cbs = provider.obj,
                                    !.knows = Known(now, "cpus")]}
             /\ \E rest_2 \in vcpu_run_Without(t) :
                  vcpu_run' = rest_2 \cup {[t EXCEPT
                                            !.knows = Known(now, "vcpu_run"),
                                            !.at = "store perf_guest_cbs"]}
      /\ UNCHANGED <<memory, provider, faults>>

\* strategy.c:33   this_cpu_write(perf_guest_cbs, NULL);
vcpu_run_ThisCpuWrite_2 ==
  \E t \in vcpu_run :
    \E c \in cpus :
      /\ vcpu_run_MayStep(c)
      /\ t.at = "store perf_guest_cbs"
      /\ LET now == Together(Together(Knowing(cpus_Memory(c), "vcpu_run",
                                              t.knows), "vcpu_run", "cpus"),
                             "vcpu_run", "cpus") IN
           \E rest \in cpus_Without(c) :
             /\ cpus' = rest \cup {[c EXCEPT !.perf_guest_cbs = NULL]}
             /\ \E rest_2 \in vcpu_run_Without(t) :
                  vcpu_run' = rest_2 \cup {vcpu_run_Idle}
      /\ UNCHANGED <<memory, provider, faults>>

vcpu_run_Begins ==
  vcpu_run_ThisCpuWrite

vcpu_run_GoesOn ==
  vcpu_run_ThisCpuWrite_2

-----------------------------------------------------------------------------
(* sample(): an NMI handler, and as such one read-side section.            *)

\* strategy.c:38   struct callbacks *cbs = this_cpu_read(perf_guest_cbs);
\* strategy.c:40   if (cbs && cbs->is_in_guest())
sample_ThisCpuRead ==
  \E c \in cpus :
    /\ Running
    /\ c.sample.at = "idle"
    /\ \/ /\ c.perf_guest_cbs # NULL
          /\ \E rest \in cpus_Without(c) :
               cpus' = rest \cup {[c EXCEPT
                                   !.sample.at = "call is_in_guest",
                                   !.sample.cbs = c.perf_guest_cbs]}
       \/ /\ c.perf_guest_cbs = NULL
          /\ \E rest \in cpus_Without(c) :
               cpus' = rest \cup {[c EXCEPT
                                   !.knows = Ignorant,
                                   !.sample = sample_Idle]}
    /\ UNCHANGED <<memory, provider, vcpu_run, faults>>

\* strategy.c:40   if (cbs && cbs->is_in_guest())
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
    /\ UNCHANGED <<memory, provider, vcpu_run>>

\* strategy.c:40   if (cbs && cbs->is_in_guest())   (the callback returns)
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
    /\ UNCHANGED <<memory, provider, vcpu_run, faults>>

\* strategy.c:41   cbs->get_ip();
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
    /\ UNCHANGED <<memory, provider, vcpu_run>>

\* strategy.c:41   cbs->get_ip();   (the callback returns)
sample_Return_get_ip ==
  \E c \in cpus :
    /\ Running
    /\ c.sample.at = "in get_ip"
    /\ \E rest \in cpus_Without(c) :
         cpus' = rest \cup {[c EXCEPT
                             !.knows = Ignorant,
                             !.sample = sample_Idle]}
    /\ UNCHANGED <<memory, provider, vcpu_run, faults>>

sample_Begins ==
  sample_ThisCpuRead

sample_GoesOn ==
  \/ sample_Call_is_in_guest
  \/ sample_Return_is_in_guest
  \/ sample_Call_get_ip
  \/ sample_Return_get_ip

-----------------------------------------------------------------------------
Next ==
  \/ provider_Begins
  \/ vcpu_run_Begins \/ vcpu_run_GoesOn
  \/ sample_Begins \/ sample_GoesOn

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
  LET Gone(o) == life[o] = "torn down"
  IN  \A o \in Objects :
        Gone(o) => (\A c \in cpus : o \notin {c.sample.cbs, c.sample.inside})

\* One run of a reader uses the callbacks of one registration only, with their
\* data.
ConsistentSnapshot == "torn snapshot" \notin faults

\* Beyond that, numbers that are given are checked sooner.
FewStates == TLCGet("distinct") <= 5000

THEOREM Spec => []TypeOK

-----------------------------------------------------------------------------
(* The parts of a state that matter: states that agree in them have the    *)
(* same future. TLC takes them for one state (VIEW).                       *)

Lowest(places) == CHOOSE i \in places : \A j \in places : i <= j

\* Who knows less can do all that who knows more can: of members that differ in
\* nothing else it is enough.
Least_cpus(members) ==
  {c \in members : ~\E m \in members :
     /\ m # c
     /\ [c EXCEPT !.knows.seen = m.knows.seen] = m
     /\ \A l \in Locations : m.knows.seen[l] <= c.knows.seen[l]}

Relevant ==
  LET last == [l \in Locations |-> Len(memory.history[l])]
      asking == Agents \ {"cpus", "vcpu_run"}
      seen == TLCEval([a \in asking |-> memory.seen[a]])
      \* What one reads memory by, now or at its next step.
      Sees_cpus(c) == c.knows.seen
      \* What one reads memory by, now or at its next step.
      Sees_vcpu_run(t) == t.knows.seen
      \* The oldest message that any agent may still read, or put a message
      \* after.
      views ==
        {seen[a] : a \in asking} \cup {Sees_cpus(c) : c \in cpus}
                                 \cup {Sees_vcpu_run(t) : t \in vcpu_run}
      read ==
        TLCEval([l \in Locations |->
                   Lowest({last[l]} \cup {v[l] : v \in views})])
      \* Messages are counted from there; having seen an older one is having
      \* seen none. (Most views are left as they are, and TLC is quick to see
      \* that they are.)
      fresh == read = Nothing
      Counted(v) ==
        IF fresh \/ v = Nothing THEN v
        ELSE TLCEval([l \in Locations |->
                        IF v[l] <= read[l] THEN 1 ELSE (v[l] - read[l]) + 1])
      Message(l, m, first) == [value |-> m.value, view |-> Counted(m.view)]
  IN  <<[l \in Locations |->
           [i \in 1..(last[l] - read[l]) + 1 |->
              Message(l, memory.history[l][i + (read[l] - 1)], i = 1)]],
        [a \in asking |-> [seen |-> Counted(seen[a])]],
        Least_cpus({LET sees_cpus == Sees_cpus(c)
                    IN  [c EXCEPT
                         !.knows = [seen |-> Counted(sees_cpus)],
                         !.sample.cbs_dep = Counted(@)] :
                      c \in cpus}),
        {LET sees_vcpu_run == Sees_vcpu_run(t)
         IN  [t EXCEPT !.knows = [seen |-> Counted(sees_vcpu_run)]] :
           t \in vcpu_run}, provider, faults>>
=============================================================================

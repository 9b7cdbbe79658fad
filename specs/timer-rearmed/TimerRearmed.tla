---------------------------- MODULE TimerRearmed ----------------------------
(***************************************************************************)
(* timer-rearmed                                                           *)
(* a timer that an interrupt arms: timer_delete_sync(), then free_irq()    *)
(*                                                                         *)
(* Does timer_delete_sync() keep the timer from being armed again?         *)
(*                                                                         *)
(* Source: before commit f571faf6e443 ("timers: Provide                    *)
(* timer_shutdown[_sync]()")                                               *)
(* Memory model: sc                                                        *)
(* Bounds: 2 CPUs, 1 object (in the configurations)                        *)
(* Generated from specs/timer-rearmed/strategy.c by quiesce; edit that     *)
(* file, not this one.                                                     *)
(*                                                                         *)
(* A module that is loaded again begins afresh, with variables of its own: *)
(* it is loaded once here, and that is for any number.                     *)
(*                                                                         *)
(* Check it:  quiesce check timer-rearmed                                  *)
(*       or:  java -cp tla2tools.jar tlc2.TLC TimerRearmed                 *)
(*      and:  java -cp tla2tools.jar tlc2.TLC \                            *)
(*              -config TimerRearmed_liveness.cfg TimerRearmed             *)
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
  port_timer_pending, \* whether a run of port_timer is due
  port_timer_running, \* whether a run of port_timer is in progress
  \* whether the line of port_interrupt() is requested
  port_interrupt_requested,
  port_interrupt_running, \* whether a run of port_interrupt is in progress
  life,           \* of each object: "raw", then "live", then "torn down"
  provider,       \* the module that registers: where it is, and its object
  port_timeout,   \* port_timeout() on each CPU: where it is, and its locals
  port_interrupt, \* port_interrupt() on each CPU: where it is, and its locals
  faults          \* what has gone wrong: no later state shows it

vars ==
  <<port_timer_pending, port_timer_running, port_interrupt_requested,
    port_interrupt_running, life, provider, port_timeout, port_interrupt,
    faults>>

provider_Idle == [at |-> "initialise", obj |-> NULL]

port_timeout_Idle == [at |-> "idle"]

port_interrupt_Idle == [at |-> "idle"]

\* What holds of the variables in every state.
TypeOK ==
  /\ port_timer_pending \in BOOLEAN
  /\ port_timer_running \in BOOLEAN
  /\ port_interrupt_requested \in BOOLEAN
  /\ port_interrupt_running \in BOOLEAN
  /\ life \in [Objects -> {"raw", "live", "torn down"}]
  /\ provider \in [at : {"initialise", "request_irq port_interrupt",
                         "registered", "ended port_timer",
                         "free_irq port_interrupt", "ended port_interrupt",
                         "outlived port_timer", "outlived port_interrupt",
                         "tear down"},
                   obj : Objects \cup {NULL}]
  /\ port_timeout \in [CPUs -> [at : {"idle", "end port_timer.running"}]]
  /\ port_interrupt \in [CPUs -> [at : {"idle", "arm port_timer"}]]
  /\ faults \subseteq {"use after teardown", "warning"}

Init ==
  /\ port_timer_pending = FALSE
  /\ port_timer_running = FALSE
  /\ port_interrupt_requested = FALSE
  /\ port_interrupt_running = FALSE
  /\ life = [o \in Objects |-> "raw"]
  /\ provider = provider_Idle
  /\ port_timeout = [c \in CPUs |-> port_timeout_Idle]
  /\ port_interrupt = [c \in CPUs |-> port_interrupt_Idle]
  /\ faults = {}

-----------------------------------------------------------------------------
\* An oops ends the run.
Running ==
  faults \cap {"use after teardown"} = {}

\* CPU c is in an IRQ handler.
InIrq(c) == port_interrupt[c].at # "idle"

\* What runs on CPU c is held up until the handler returns.
Interrupted(c) == InIrq(c) \/ port_timeout[c].at # "idle"

\* A task can be put on CPU c.
Available(c) == ~Interrupted(c)

NextObject == CHOOSE o \in Objects : life[o] = "raw"

-----------------------------------------------------------------------------
(* The provider: initialises an object, registers it, unregisters it,      *)
(* tears it down, and again with the next one.                             *)

provider_MayStep ==
  /\ Running
  /\ \E c \in CPUs : Available(c)

\* The provider initialises its next object.
\* strategy.c:34   return request_irq(PORT_IRQ, port_interrupt, 0, "port",
\*                 NULL);
provider_Initialise ==
  /\ provider_MayStep
  /\ provider.at = "initialise"
  /\ \A o \in Objects : life[o] = "raw"
  /\ life' = [life EXCEPT ![NextObject] = "live"]
  /\ \/ provider' = [provider EXCEPT
                     !.at = "outlived port_timer",
                     !.obj = NextObject]
     \/ provider' = [provider EXCEPT
                     !.at = "request_irq port_interrupt",
                     !.obj = NextObject]
  /\ UNCHANGED <<port_timer_pending, port_timer_running,
                 port_interrupt_requested, port_interrupt_running,
                 port_timeout, port_interrupt, faults>>

\* strategy.c:34   return request_irq(PORT_IRQ, port_interrupt, 0, "port",
\*                 NULL);
port_init_RequestIrq ==
  /\ provider_MayStep
  /\ provider.at = "request_irq port_interrupt"
  /\ port_interrupt_requested' = TRUE
  /\ \/ /\ port_interrupt_requested
        /\ provider' = [provider EXCEPT !.at = "outlived port_timer"]
     \/ /\ ~port_interrupt_requested
        /\ provider' = [provider EXCEPT !.at = "registered"]
  /\ UNCHANGED <<port_timer_pending, port_timer_running,
                 port_interrupt_running, life, port_timeout, port_interrupt,
                 faults>>

\* Registered; unregistering may begin.
provider_BeginUnregister ==
  /\ provider_MayStep
  /\ provider.at = "registered"
  /\ provider' = [provider EXCEPT !.at = "ended port_timer"]
  /\ UNCHANGED <<port_timer_pending, port_timer_running,
                 port_interrupt_requested, port_interrupt_running, life,
                 port_timeout, port_interrupt, faults>>

\* strategy.c:40   timer_delete_sync(&port_timer);
port_exit_Ended ==
  /\ provider_MayStep
  /\ provider.at = "ended port_timer"
  /\ ~port_timer_running
  /\ port_timer_pending' = FALSE
  /\ provider' = [provider EXCEPT !.at = "free_irq port_interrupt"]
  /\ UNCHANGED <<port_timer_running, port_interrupt_requested,
                 port_interrupt_running, life, port_timeout, port_interrupt,
                 faults>>

\* strategy.c:41   free_irq(PORT_IRQ, NULL);
port_exit_FreeIrq ==
  /\ provider_MayStep
  /\ provider.at = "free_irq port_interrupt"
  /\ port_interrupt_requested' = FALSE
  /\ provider' = [provider EXCEPT !.at = "ended port_interrupt"]
  /\ faults' = faults \cup (IF ~port_interrupt_requested THEN {"warning"}
                            ELSE {})
  /\ UNCHANGED <<port_timer_pending, port_timer_running,
                 port_interrupt_running, life, port_timeout, port_interrupt>>

\* strategy.c:41   free_irq(PORT_IRQ, NULL);
port_exit_Ended_2 ==
  /\ provider_MayStep
  /\ provider.at = "ended port_interrupt"
  /\ ~port_interrupt_running
  /\ provider' = [provider EXCEPT !.at = "outlived port_timer"]
  /\ UNCHANGED <<port_timer_pending, port_timer_running,
                 port_interrupt_requested, port_interrupt_running, life,
                 port_timeout, port_interrupt, faults>>

\* strategy.c:21   static void port_timeout(struct timer_list *t)
port_timeout_Outlived ==
  /\ provider_MayStep
  /\ provider.at = "outlived port_timer"
  /\ provider' = [provider EXCEPT !.at = "outlived port_interrupt"]
  /\ faults' = faults \cup (IF port_timer_pending \/ port_timer_running
                              THEN {"use after teardown"}
                            ELSE {})
  /\ UNCHANGED <<port_timer_pending, port_timer_running,
                 port_interrupt_requested, port_interrupt_running, life,
                 port_timeout, port_interrupt>>

\* strategy.c:25   static irqreturn_t port_interrupt(int irq, void *dev_id)
port_interrupt_Outlived ==
  /\ provider_MayStep
  /\ provider.at = "outlived port_interrupt"
  /\ provider' = [provider EXCEPT !.at = "tear down"]
  /\ faults' = faults \cup (IF \/ port_interrupt_requested
                               \/ port_interrupt_running
                              THEN {"use after teardown"}
                            ELSE {})
  /\ UNCHANGED <<port_timer_pending, port_timer_running,
                 port_interrupt_requested, port_interrupt_running, life,
                 port_timeout, port_interrupt>>

\* Unregistered: the object and the module's text are freed.
provider_TearDown ==
  /\ provider_MayStep
  /\ provider.at = "tear down"
  /\ life' = [life EXCEPT ![provider.obj] = "torn down"]
  /\ provider' = [provider EXCEPT !.at = "initialise", !.obj = NULL]
  /\ UNCHANGED <<port_timer_pending, port_timer_running,
                 port_interrupt_requested, port_interrupt_running,
                 port_timeout, port_interrupt, faults>>

provider_Begins ==
  \/ provider_Initialise
  \/ provider_BeginUnregister

provider_GoesOn ==
  \/ port_init_RequestIrq
  \/ port_exit_Ended
  \/ port_exit_FreeIrq
  \/ port_exit_Ended_2
  \/ port_timeout_Outlived
  \/ port_interrupt_Outlived
  \/ provider_TearDown

\* The thread has begun and is not held up: one of these steps can be taken.
provider_CanGoOn ==
  /\ provider.at \notin {"initialise", "registered"}
  /\ provider_MayStep
  /\ provider.at = "ended port_timer" => ~port_timer_running
  /\ provider.at = "ended port_interrupt" => ~port_interrupt_running

\* The thread, having begun, takes a step: no other thread changes its
\* position.
provider_Moves ==
  /\ provider.at \notin {"initialise", "registered"}
  /\ provider' # provider

-----------------------------------------------------------------------------
(* port_timeout(): a softirq handler, and as such one read-side section.   *)

port_timeout_MayStep(c) ==
  /\ Running
  /\ ~InIrq(c)

\* strategy.c:21   static void port_timeout(struct timer_list *t)
port_timeout_Run(c) ==
  /\ port_timeout_MayStep(c)
  /\ port_timeout[c].at = "idle"
  /\ port_timer_pending /\ ~port_timer_running
  /\ port_timer_pending' = FALSE
  /\ port_timer_running' = TRUE
  /\ port_timeout' = [port_timeout EXCEPT ![c].at = "end port_timer.running"]
  /\ UNCHANGED <<port_interrupt_requested, port_interrupt_running, life,
                 provider, port_interrupt, faults>>

\* strategy.c:21   static void port_timeout(struct timer_list *t)
port_timeout_End(c) ==
  /\ port_timeout_MayStep(c)
  /\ port_timeout[c].at = "end port_timer.running"
  /\ port_timer_running' = FALSE
  /\ port_timeout' = [port_timeout EXCEPT ![c] = port_timeout_Idle]
  /\ UNCHANGED <<port_timer_pending, port_interrupt_requested,
                 port_interrupt_running, life, provider, port_interrupt,
                 faults>>

port_timeout_GoesOn(c) ==
  \/ port_timeout_Run(c)
  \/ port_timeout_End(c)

\* The thread has begun and is not held up: one of these steps can be taken.
port_timeout_CanGoOn(c) ==
  /\ port_timeout_MayStep(c)
  /\ port_timeout[c].at = "idle" => port_timer_pending /\ ~port_timer_running

\* The thread, having begun, takes a step: no other thread changes its
\* position.
port_timeout_Moves(c) == port_timeout[c]' # port_timeout[c]

-----------------------------------------------------------------------------
(* port_interrupt(): an interrupt handler, and as such one read-side       *)
(* section.                                                                *)

\* strategy.c:25   static irqreturn_t port_interrupt(int irq, void *dev_id)
port_interrupt_Run(c) ==
  /\ Running
  /\ port_interrupt[c].at = "idle"
  /\ port_interrupt_requested
  /\ ~port_interrupt_running
  /\ port_interrupt_running' = TRUE
  /\ port_interrupt' = [port_interrupt EXCEPT ![c].at = "arm port_timer"]
  /\ UNCHANGED <<port_timer_pending, port_timer_running,
                 port_interrupt_requested, life, provider, port_timeout,
                 faults>>

\* strategy.c:25   static irqreturn_t port_interrupt(int irq, void *dev_id)
\* strategy.c:27   mod_timer(&port_timer, jiffies + HZ);
port_interrupt_Arm(c) ==
  /\ Running
  /\ port_interrupt[c].at = "arm port_timer"
  /\ port_timer_pending' = TRUE
  /\ port_interrupt_running' = FALSE
  /\ port_interrupt' = [port_interrupt EXCEPT ![c] = port_interrupt_Idle]
  /\ UNCHANGED <<port_timer_running, port_interrupt_requested, life, provider,
                 port_timeout, faults>>

port_interrupt_Begins(c) ==
  port_interrupt_Run(c)

port_interrupt_GoesOn(c) ==
  port_interrupt_Arm(c)

\* The thread has begun and is not held up: one of these steps can be taken.
port_interrupt_CanGoOn(c) ==
  /\ port_interrupt[c].at # "idle"
  /\ Running

\* The thread, having begun, takes a step: no other thread changes its
\* position.
port_interrupt_Moves(c) ==
  /\ port_interrupt[c].at # "idle"
  /\ port_interrupt[c]' # port_interrupt[c]

-----------------------------------------------------------------------------
Next ==
  \/ provider_Begins \/ provider_GoesOn
  \/ \E c \in CPUs : port_timeout_GoesOn(c)
  \/ \E c \in CPUs : port_interrupt_Begins(c) \/ port_interrupt_GoesOn(c)

Spec == Init /\ [][Next]_vars

\* A thread that has begun and can continue does so eventually. No thread is
\* required to start, but a run that somebody has asked for.
Fairness ==
  /\ SF_vars(provider_GoesOn)
  /\ \A c \in CPUs : SF_vars(port_timeout_GoesOn(c))
  /\ \A c \in CPUs : SF_vars(port_interrupt_GoesOn(c))

\* The same by its definition, with what ENABLED is: TLC is slow to evaluate
\* that. The configuration substitutes this for Fairness.
FairnessForTLC ==
  /\ <>[]~provider_CanGoOn \/ []<><<provider_Moves>>_vars
  /\ \A c \in CPUs :
       <>[]~port_timeout_CanGoOn(c) \/ []<><<port_timeout_Moves(c)>>_vars
  /\ \A c \in CPUs :
       <>[]~port_interrupt_CanGoOn(c) \/ []<><<port_interrupt_Moves(c)>>_vars

FairSpec == Spec /\ Fairness

-----------------------------------------------------------------------------
\* No reader reads, enters or is inside an object that has been torn down.
NoDereferenceAfterTeardown == "use after teardown" \notin faults

\* No WARN_ON fires.
NoWarning == faults \cap {"warning", "BUG"} = {}

\* Nothing waits for something that can never come.
NoDeadlock ==
  LET Begun ==
        \/ provider.at \notin {"initialise", "registered"}
        \/ \E c \in CPUs : port_timeout[c].at # "idle"
        \/ \E c \in CPUs : port_interrupt[c].at # "idle"
      CanGoOn ==
        \/ provider_CanGoOn
        \/ \E c \in CPUs : port_timeout_CanGoOn(c)
        \/ \E c \in CPUs : port_interrupt_CanGoOn(c)
  IN  Running /\ Begun => CanGoOn

\* An unregistration that has begun returns. (No thread stays in it for ever.
\* TLC would need a tableau for the same with ~>.)
UnregisterCompletes ==
  LET Unregistering ==
        provider.at \in {"ended port_timer", "free_irq port_interrupt",
                        "ended port_interrupt"}
  IN  []<>~(Unregistering /\ Running)

THEOREM Spec => []TypeOK

Symmetry == Permutations(CPUs)
=============================================================================

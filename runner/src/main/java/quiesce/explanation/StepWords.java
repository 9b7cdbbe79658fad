package quiesce.explanation;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import quiesce.steps.Access;
import quiesce.steps.Deferred;
import quiesce.steps.LateAccess;
import quiesce.steps.Local;
import quiesce.steps.PerKind;
import quiesce.steps.Section;
import quiesce.steps.Step;
import quiesce.steps.Wait;

/** What each record of steps does, in words. */
final class StepWords {
  /** Words with what is known where the step is taken. */
  private interface Words<S> {
    String of(S step, Wording known);
  }

  /** Steps that nobody needs to see. */
  private static final List<Class<? extends Step>> SILENT =
      List.of(
          Section.Begin.class,
          Wait.Run.class,
          Section.Registered.class,
          Local.Assign.class,
          Local.Branch.class,
          Local.Choice.class,
          Local.MayReload.class,
          Local.Nothing.class,
          Local.Settle.class,
          Local.AllCpus.class,
          Local.NextCpu.class,
          Local.NullCallback.class,
          Local.CpuRelax.class,
          Local.Reached.class,
          Local.FunctionEnd.class,
          Local.Halt.class);

  private static final String NOTHING = "";

  private static final PerKind<Words<Step>> ALL = new StepWords().all();

  private final Map<Class<? extends Step>, Words<Step>> words = new HashMap<>();

  /** Empty for a step that nobody needs to see. */
  static Optional<String> of(Step step, Wording known) {
    String words = ALL.of(step).of(step, known);
    return Optional.of(words).filter(text -> !text.equals(NOTHING));
  }

  private <S extends Step> void say(Class<S> kind, Words<S> what) {
    words.put(kind, (s, w) -> what.of(kind.cast(s), w));
  }

  private PerKind<Words<Step>> all() {
    SILENT.forEach(kind -> say(kind, (s, w) -> NOTHING));
    memory();
    calls();
    sections();
    later();
    locals();
    return new PerKind<>("words", words);
  }

  private void memory() {
    say(
        Access.Load.class,
        (l, w) ->
            w.name(l.location())
                + (Access.Load.Kind.RELOAD.is(l) ? " (reload)" : " (load)")
                + w.loaded(l).map(v -> " = " + v).orElse(""));
    say(
        Access.Store.class,
        (s, w) ->
            w.stored(s) + (s.late().isPresent() ? "   (the compiler has delayed this store)" : ""));
    say(Access.Rmw.class, (r, w) -> w.exchanged(r));
    say(
        Access.Use.class,
        (u, w) ->
            w.value(u.location().object())
                + "->"
                + u.location().name()
                + " is used"
                + w.life(u.location().object()));
    say(Access.Initialise.class, (s, w) -> "(" + w.object() + " is initialised)");
    say(
        Access.TearDown.class,
        (s, w) -> "(" + w.object() + " is torn down: object and module text freed)");
    say(Access.Allocate.class, (a, w) -> a.call() + "()" + w.returned(a.local()));
    say(Access.Free.class, (f, w) -> "kfree(" + w.value(f.object()) + ")");
    say(
        Access.GracePeriodBegins.class,
        (b, w) ->
            "synchronize_%s   %s"
                .formatted(
                    b.domain().isEmpty() ? "rcu()" : "srcu(&" + b.domain() + ")", w.awaited()));
    say(Wait.GracePeriodEnds.class, (e, w) -> "grace period ends");
  }

  private void calls() {
    say(
        Access.CallSlot.class,
        (c, w) ->
            w.value(c.object())
                + (c.where() == Access.CallSlot.Where.ITSELF ? "" : "->" + c.slot())
                + "()"
                + w.life(c.object()));
    say(
        Access.ReturnAny.class,
        (r, w) -> r.slot() + "() returns" + w.returned().map(v -> " " + v).orElse(""));
    say(Access.ReturnFromSlot.class, (r, w) -> r.slot() + "() returns");
    say(
        Access.StaticCall.class,
        (c, w) -> "static_call(" + c.site().key() + ")()   " + w.entered(c));
    say(Access.StaticCallUpdate.class, (u, w) -> w.patched(u));
  }

  private void sections() {
    say(Section.End.class, (s, w) -> "return");
    say(Section.Enter.class, (e, w) -> e.kind().enter() + "()");
    say(Section.Leave.class, (l, w) -> l.kind().leave() + "()");
    say(Section.SrcuReadLock.class, (l, w) -> "srcu_read_lock(&" + l.section().domain() + ")");
    say(Section.SrcuReadUnlock.class, (u, w) -> "srcu_read_unlock(&" + u.section().domain() + ")");
    say(Section.Queue.class, (q, w) -> q.kind().lock() + "(&" + q.lock() + ")   begins to wait");
    say(Wait.Lock.class, (l, w) -> l.kind().lock() + "(&" + w.lock(l) + ")");
    say(Section.InitLock.class, (i, w) -> "(" + w.lock(i) + " is free)");
    say(
        Section.Unlock.class,
        (u, w) ->
            switch (u.kind()) {
              case RUN -> NOTHING;
              case MODULE -> u.kind().unlock() + "()";
              default -> u.kind().unlock() + "(&" + w.lock(u) + ")";
            });
    say(
        Access.Trylock.class,
        (l, w) ->
            l.kind().trylock()
                + (l.kind().isOfModule() ? "()" : "(&" + w.lock(l) + ")")
                + w.returned(l.local()));
    say(
        Access.IsLocked.class,
        (l, w) -> l.kind().isLocked() + "(&" + w.lock(l) + ")" + w.returned(l.local()));
  }

  private void later() {
    say(
        LateAccess.Arm.class,
        (a, w) ->
            switch (a.of().kind()) {
              case TIMER, HRTIMER, WORK, TASKLET, CALLBACK, LINE, FIXED_LINE ->
                  "%s is armed".formatted(which(a.of(), w));
              case GRACE_PERIOD ->
                  "RCU has %s, to wait for a grace period".formatted(who(a.of(), w));
              case BARRIER -> NOTHING;
              case THREAD -> a.of().name() + "() may begin, in a thread of its own";
              case SLEEPER -> "joins the queue: " + a.of().name();
              case QUEUE -> "the workqueue is there: " + a.of().name();
            });
    say(
        LateAccess.Exists.class,
        (e, w) ->
            w.gained("use after teardown")
                ? e.of().kind() == Deferred.Kind.QUEUE
                    ? "(the workqueue is gone)   " + e.of().name()
                    : "(the thread has ended)   kthread_stop() of " + e.of().name() + "()"
                : NOTHING);
    say(LateAccess.WakeUp.class, (u, w) -> "wakes who is in the queue: " + u.of().name());
    say(LateAccess.LeaveQueue.class, (l, w) -> "leaves the queue: " + l.of().name());
    say(
        LateAccess.Cancel.class,
        (c, w) ->
            switch (c.of().kind()) {
              case BARRIER -> "rcu_barrier() returns";
              case QUEUE -> "the workqueue goes: " + c.of().name();
              default ->
                  (c.isUnlessRunning() ? "%s is cancelled, unless it runs" : "%s is cancelled")
                          .formatted(which(c.of(), w))
                      + c.local().map(w::returned).orElse("");
            });
    say(
        LateAccess.Outlived.class,
        (o, w) ->
            w.gained("use after teardown")
                ? "(%s goes)   %s".formatted(o.goes(), left(o.of()))
                : NOTHING);
    say(LateAccess.Line.class, (l, w) -> "%s()   of %s".formatted(l.does().c(), l.of().name()));
    say(LateAccess.Await.class, (a, w) -> "rcu_barrier() begins to wait for " + a.of().name());
    say(
        LateAccess.Hand.class,
        (h, w) -> "RCU is to call the function of %s".formatted(which(h.to(), w)));
    say(LateAccess.Over.class, (o, w) -> NOTHING);
    say(Wait.NoneAwaited.class, (n, w) -> "no callback of %s is left".formatted(n.of().name()));
    say(
        LateAccess.IsDue.class,
        (d, w) ->
            "whether %s is pending%s".formatted(which(d.of(), w), d.orRuns() ? ", or runs" : "")
                + w.returned(d.local()));
    say(
        LateAccess.Switch.class,
        (s, w) ->
            switch (s.of().kind()) {
              case THREAD -> s.off() ? "the thread should stop" : NOTHING;
              case QUEUE -> s.off() ? "begins to drain %s".formatted(s.of().name()) : NOTHING;
              default -> "%s is switched %s".formatted(s.of().name(), s.off() ? "off" : "on");
            });
    say(
        LateAccess.ShouldStop.class,
        (s, w) ->
            (s.of().kind() == Deferred.Kind.QUEUE
                    ? "whether %s is being drained".formatted(s.of().name())
                    : "kthread_should_stop()")
                + w.returned(s.local()));
    say(
        Wait.Ended.class,
        (e, w) ->
            e.of().kind() == Deferred.Kind.SLEEPER
                ? "is awake: " + e.of().name()
                : e.begins()
                    ? "%s is not pending".formatted(which(e.of(), w))
                    : "no run of %s is left".formatted(which(e.of(), w)));
  }

  private static String left(Deferred of) {
    return switch (of.kind()) {
      case LINE, FIXED_LINE -> of.name() + " is still requested";
      case GRACE_PERIOD -> "a callback is still with RCU";
      case THREAD -> "a thread of " + of.name() + "() is left";
      case SLEEPER -> "somebody is still in the queue: " + of.name();
      case TIMER, HRTIMER, WORK, TASKLET, CALLBACK, BARRIER, QUEUE ->
          of.name() + " is still to run";
    };
  }

  /** By the object that has it, if one does. */
  private static String who(Deferred of, Wording w) {
    return of.object().map(w::value).orElse(of.name());
  }

  /** By its name, and by the object that has it. */
  private static String which(Deferred of, Wording w) {
    return of.name() + of.object().map(o -> " of " + w.value(o)).orElse("");
  }

  private void locals() {
    say(Local.Fence.class, (f, w) -> f.kind().c() + "()");
    say(Local.WarnOn.class, (s, w) -> w.warns() ? "WARN_ON fires" : NOTHING);
    say(Local.BugOn.class, (b, w) -> w.gained("BUG") ? "BUG" : NOTHING);
    say(
        Local.HandOn.class,
        (h, w) ->
            w.gained("foreign data") ? "the data is not what was registered with it" : NOTHING);
    say(
        Local.PostponeStore.class,
        (p, w) ->
            "(the compiler delays %s = %s)"
                .formatted(w.name(p.store().original()), w.value(p.value())));
    say(Local.AnyValue.class, (a, w) -> w.given(a.local()));
    say(Local.SmpProcessorId.class, (s, w) -> "smp_processor_id() = " + w.cpu());
  }
}

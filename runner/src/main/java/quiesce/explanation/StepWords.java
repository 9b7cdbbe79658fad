package quiesce.explanation;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import quiesce.steps.Access;
import quiesce.steps.Local;
import quiesce.steps.Node;
import quiesce.steps.PerKind;
import quiesce.steps.Section;
import quiesce.steps.Step;
import quiesce.steps.Wait;

/** What each record of steps does, in words. */
final class StepWords {
  /** Words with what is known where the step is taken. */
  private interface Words<S> {
    String of(S step, Node node, Wording known);
  }

  /** Steps that nobody needs to see. */
  private static final List<Class<? extends Step>> SILENT =
      List.of(
          Section.Begin.class,
          Section.Registered.class,
          Local.Assign.class,
          Local.Branch.class,
          Local.CompilerChoice.class,
          Local.MayReload.class,
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
  static Optional<String> of(Node node, Wording known) {
    String words = ALL.of(node.step()).of(node.step(), node, known);
    return Optional.of(words).filter(text -> !text.equals(NOTHING));
  }

  private <S extends Step> void say(Class<S> kind, Words<S> what) {
    words.put(kind, (s, n, known) -> what.of(kind.cast(s), n, known));
  }

  private PerKind<Words<Step>> all() {
    SILENT.forEach(kind -> say(kind, (s, n, known) -> NOTHING));
    memory();
    calls();
    sections();
    locals();
    return new PerKind<>("words", words);
  }

  private void memory() {
    say(
        Access.Load.class,
        (l, n, known) ->
            known.name(l.location())
                + (Access.Load.Kind.RELOAD.is(l) ? " (reload)" : " (load)")
                + known.loaded(l).map(v -> " = " + v).orElse(""));
    say(
        Access.Store.class,
        (w, n, known) ->
            known.stored(w)
                + (w.late().isPresent() ? "   (the compiler has delayed this store)" : ""));
    say(Access.Rmw.class, (r, n, known) -> known.exchanged(r));
    say(Access.Initialise.class, (s, n, known) -> "(" + known.object() + " is initialised)");
    say(
        Access.TearDown.class,
        (s, n, known) -> "(" + known.object() + " is torn down: object and module text freed)");
    say(
        Access.GracePeriodBegins.class,
        (b, n, known) ->
            "synchronize_%s   %s"
                .formatted(
                    b.domain().isEmpty() ? "rcu()" : "srcu(&" + b.domain() + ")", known.awaited()));
    say(Wait.GracePeriodEnds.class, (e, n, known) -> "grace period ends");
  }

  private void calls() {
    say(
        Access.CallSlot.class,
        (c, n, known) -> known.value(c.object()) + "->" + c.slot() + "()" + known.life(c.object()));
    say(
        Access.ReturnAny.class,
        (r, n, known) -> r.slot() + "() returns" + known.returned(n).map(v -> " " + v).orElse(""));
    say(Access.ReturnFromSlot.class, (r, n, known) -> r.slot() + "() returns");
    say(
        Access.StaticCall.class,
        (c, n, known) -> "static_call(" + c.site().key() + ")()   " + known.entered(c));
    say(Access.StaticCallUpdate.class, (u, n, known) -> known.patched(u));
  }

  private void sections() {
    say(Section.End.class, (s, n, known) -> "return");
    say(Section.Enter.class, (e, n, known) -> e.kind().enter() + "()");
    say(Section.Leave.class, (l, n, known) -> l.kind().leave() + "()");
    say(
        Section.SrcuReadLock.class,
        (l, n, known) -> "srcu_read_lock(&" + l.section().domain() + ")");
    say(
        Section.SrcuReadUnlock.class,
        (u, n, known) -> "srcu_read_unlock(&" + u.section().domain() + ")");
    say(Wait.Lock.class, (l, n, known) -> l.kind().lock() + "(&" + l.lock() + ")");
    say(Section.Unlock.class, (u, n, known) -> u.kind().unlock() + "(&" + u.lock() + ")");
    say(
        Access.Trylock.class,
        (l, n, known) -> l.kind().trylock() + "(&" + l.lock() + ")" + known.returned(l.local()));
    say(
        Access.IsLocked.class,
        (l, n, known) -> l.kind().isLocked() + "(&" + l.lock() + ")" + known.returned(l.local()));
  }

  private void locals() {
    say(Local.Fence.class, (f, n, known) -> f.kind().c() + "()");
    say(Local.WarnOn.class, (w, n, known) -> known.warns(n) ? "WARN_ON fires" : NOTHING);
    say(Local.BugOn.class, (b, n, known) -> known.gained("BUG") ? "BUG" : NOTHING);
    say(
        Local.PostponeStore.class,
        (p, n, known) ->
            "(the compiler delays %s = %s)"
                .formatted(known.name(p.store().original()), known.value(p.value())));
    say(Local.SmpProcessorId.class, (s, n, known) -> "smp_processor_id() = " + known.cpu());
  }
}

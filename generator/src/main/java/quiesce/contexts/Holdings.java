package quiesce.contexts;

import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import quiesce.source.Diagnostics;
import quiesce.steps.KernelThread;
import quiesce.steps.Local;
import quiesce.steps.Node;
import quiesce.steps.Step;
import quiesce.steps.Value;

/** What is held after a step of a thread, given what is held before it. */
final class Holdings {
  private final KernelThread thread;
  private final SrcuSections sections;
  private final Contexts.Reporter reporter;

  Holdings(KernelThread thread, SrcuSections sections, Contexts.Reporter reporter) {
    this.thread = thread;
    this.sections = sections;
    this.reporter = reporter;
  }

  /** The same without a word of what is wrong. */
  static Holdings silent(KernelThread thread, Diagnostics problems) {
    return new Holdings(
        thread,
        new SrcuSections(),
        new Contexts.Reporter(thread, new Diagnostics(problems.file())));
  }

  Held after(Node n, Held before) {
    return Effects.after(
        n, copied(n.step(), before, overwritten(n, before)), thread.context(), sections, reporter);
  }

  /** A branch on the outcome of an attempt says whether the lock is held. */
  Held tested(Step step, boolean outcome, Held held) {
    if (!(step instanceof Local.Branch branch)) {
      return held;
    }
    Held known = held;
    for (Map.Entry<String, Tried> each : held.tried().entrySet()) {
      Tried lock = each.getValue();
      Optional<Boolean> taken = ifIts(each.getKey(), 1, branch.condition());
      Optional<Boolean> failed = ifIts(each.getKey(), 0, branch.condition());
      if (failed.equals(Optional.of(!outcome))) {
        known = known.decided(lock).taken(lock.held(), thread.context());
      } else if (taken.equals(Optional.of(!outcome))) {
        known = known.decided(lock);
      }
    }
    return known;
  }

  private static Optional<Boolean> ifIts(String local, int value, Value condition) {
    return new PartialValue(local, value).truth(condition);
  }

  /** A copy of an outcome says as much. */
  private static Held copied(Step step, Held before, Held held) {
    if (!(step instanceof Local.Assign a)) {
      return held;
    }
    Value condition = a.value() instanceof Value.Local l ? new Value.NonZero(l) : a.value();
    return before.tried().entrySet().stream()
        .filter(e -> ifIts(e.getKey(), 1, condition).equals(Optional.of(true)))
        .filter(e -> ifIts(e.getKey(), 0, condition).equals(Optional.of(false)))
        .findFirst()
        .map(e -> held.withTried(a.local(), e.getValue()))
        .orElse(held);
  }

  /** Refuses the loss of a local that something depends on. */
  private Held overwritten(Node n, Held held) {
    Optional<String> local = n.step().writes();
    if (local.isEmpty()) {
      return held;
    }
    if (held.sure().srcu().stream().anyMatch(s -> s.name().equals(local.get()))) {
      reporter.report(
          n.id(),
          "%s is overwritten, and has the index of an SRCU section".formatted(local.get()),
          "use another variable");
    }
    Stream.concat(held.sure().locks().stream(), held.tried().values().stream().map(Tried::held))
        .filter(l -> l.isBy(local.get()))
        .findFirst()
        .ifPresent(
            l ->
                reporter.report(
                    n.id(),
                    "%s changes while the %s of what it leads to is held"
                        .formatted(local.get(), l.name()),
                    "keep the pointer in another variable until the lock is released"));
    Tried lock = held.tried().get(local.get());
    if (lock != null && held.tried().values().stream().filter(lock::equals).count() == 1) {
      reporter.report(
          n.id(),
          "%s is overwritten before the outcome of %s is tested"
              .formatted(local.get(), lock.call()),
          "test it first: if (%s) ...".formatted(local.get()));
    }
    return held.withoutTried(local.get());
  }
}

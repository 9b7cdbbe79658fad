package quiesce.models.tso;

import static quiesce.steps.Local.Fence.Kind.SMP_MB;

import java.util.Optional;
import java.util.function.Predicate;
import quiesce.analysis.Facts;
import quiesce.analysis.Found;
import quiesce.analysis.Machine;
import quiesce.analysis.Merging;
import quiesce.analysis.ReadSections;
import quiesce.steps.Access;
import quiesce.steps.Context;
import quiesce.steps.KernelThread;
import quiesce.steps.LockKind;
import quiesce.steps.Node;
import quiesce.steps.Section;
import quiesce.steps.Step;

/**
 * What store buffers make of a program.
 *
 * @param facts about the program
 * @param handlersStore whether an interrupt handler makes stores that others may see
 * @param sectionsStore whether a thread stores, and has sections that somebody waits for; beside a
 *     handler's own section, with which the buffer is drained
 */
public record Buffers(Facts facts, boolean handlersStore, boolean sectionsStore)
    implements Machine {
  static Buffers of(Facts facts) {
    Predicate<Step> stores = s -> facts.stores(s) || s instanceof Section.Unlock;
    boolean handlers =
        facts.threads().stream()
            .filter(t -> t.context().isHandler())
            .flatMap(facts::steps)
            .anyMatch(stores);
    boolean sections =
        facts.isHasMemory()
            && facts.threads().stream()
                .filter(t -> facts.steps(t).anyMatch(stores))
                .anyMatch(t -> t.nodes().stream().anyMatch(n -> isAwaited(t, n, facts)));
    return new Buffers(facts, handlers, sections);
  }

  private static boolean isAwaited(KernelThread t, Node n, Facts facts) {
    return !t.context().isHandler() && n.before().inReadSection() && facts.waitsFor("")
        || n.before().srcu().stream().anyMatch(s -> facts.waitsFor(s.domain()));
  }

  @Override
  public Buffers parts() {
    return this;
  }

  /** Whether stores of a thread wait in a buffer; handlers share that of their CPU. */
  @Override
  public boolean hasOwn(KernelThread thread) {
    return facts.threads().stream()
        .filter(t -> t == thread || t.context().isHandler() && thread.context().isHandler())
        .flatMap(facts::steps)
        .anyMatch(this::waits);
  }

  @Override
  public Optional<String> notOfMembers() {
    boolean buffered =
        facts.threads().stream().anyMatch(t -> t.context() != Context.PROVIDER && hasOwn(t));
    return sectionsStore && buffered
        ? Optional.of("a grace period waits for the stores in the buffers of any number of CPUs")
        : Optional.empty();
  }

  @Override
  public Optional<String> notRecycled() {
    return Optional.empty();
  }

  /** Whether there is a buffer at all. */
  public boolean isBuffered() {
    return facts.threads().stream().anyMatch(this::hasOwn);
  }

  private boolean waits(Step s) {
    return s instanceof Access.Store && facts.isShared(s)
        || s instanceof Access.Allocate a && !a.contents().isEmpty()
        || LockKind.releasesByStore(s)
        || s instanceof Access.Initialise
            && facts.program().filter(p -> !p.members().isEmpty()).isPresent();
  }

  /**
   * What drains the buffer is seen by others, and so is what a grace period waits for:
   * docs/decisions/0003.
   */
  @Override
  public Merging merging(Found thread) {
    ReadSections sections = thread.get(ReadSections.class);
    return new Merging(
        n ->
            SMP_MB.is(n.step())
                || n.step() instanceof Section.Unlock u && !u.kind().isReleasedByStore()
                || n.step() instanceof Section.End && handlersStore,
        n -> sectionsStore && sections.endsAwaited(n),
        false);
  }
}

package quiesce.module;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import quiesce.tla.Conjunct;
import quiesce.tla.Expression;
import quiesce.tla.Logic;

/**
 * What becomes of memory where a way ends, and of what members of crowds have of it for themselves.
 *
 * @param name for what memory is, where that is asked more than once
 * @param memory what it is then
 * @param updates of the variables
 */
record OwnMemory(Optional<String> name, Expression memory, List<Conjunct> updates) {
  private static final String NAME = "now";

  /**
   * @param target where the thread is then; -1 where it stays
   */
  static OwnMemory of(Shape shape, ThreadView view, Path path, int target) {
    Expression memory = Expression.of(path.memory());
    List<Agents.Member> members = shape.agents().members(view);
    boolean other = path.isMemoryOther();
    if (members.isEmpty()) {
      Conjunct update = new Conjunct.Update(Path.MEMORY, memory);
      return new OwnMemory(Optional.empty(), memory, other ? List.of(update) : List.of());
    }
    boolean shared = other && !shape.machine().isChangingItselfAlone(view.thread);
    String name = path.free(NAME);
    boolean named = other && (shared || members.size() > 1);
    Expression now = named ? Logic.name(name) : memory;
    List<Conjunct> updates = new ArrayList<>();
    if (shared) {
      Expression left = now;
      for (Agents.Member m : members) {
        left = m.left(left);
      }
      updates.add(new Conjunct.Update(Path.MEMORY, left));
    }
    boolean forgets = target == view.thread.entry() && shape.machine().isForgetful();
    for (Agents.Member m : members) {
      Expression known = other ? m.known(now) : m.own();
      Optional<Expression> own =
          forgets ? rested(shape, view, m, known) : Optional.of(known).filter(k -> other);
      own.ifPresent(value -> updates.add(m.update(value)));
    }
    return new OwnMemory(Optional.of(name).filter(n -> named), memory, updates);
  }

  /** What is left to a member at the end of a run: nothing, unless another still uses it. */
  private static Optional<Expression> rested(
      Shape shape, ThreadView view, Agents.Member member, Expression known) {
    if (!member.crowd().equals(Crowds.CPUS) || !shape.agents().isOfCpu(view)) {
      // It is a field of the record, which starts over; what a CPU would have learnt is forgotten.
      return Optional.empty();
    }
    Stream<Expression> others =
        shape.threads().stream()
            .filter(v -> v != view && shape.agents().isOfCpu(v))
            .map(v -> v.isAt(v.thread.entry()));
    return Optional.of(Logic.choice(Logic.all(others), Agents.IGNORANT, known));
  }
}

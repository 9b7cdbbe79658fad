package quiesce.module;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import quiesce.tla.Conjunct;
import quiesce.tla.Expression;
import quiesce.tla.Way;

/** A way that is being put together. */
final class WayBuilder {
  private final List<Conjunct> parts = new ArrayList<>();
  private Optional<Way.End> end = Optional.empty();

  void condition(Expression holds) {
    parts.add(new Conjunct.Condition(holds));
  }

  void update(String variable, Expression now) {
    parts.add(new Conjunct.Update(variable, now));
  }

  void add(Conjunct part) {
    parts.add(part);
  }

  /** One of these; of one alone, its parts. */
  void either(List<Way> ways) {
    if (ways.size() != 1) {
      parts.add(new Conjunct.Either(ways));
      return;
    }
    Way only = ways.get(0);
    only.end().ifPresent(e -> end = Optional.of(new Way.End(e.outcome(), parts.size() + e.part())));
    parts.addAll(only.parts());
  }

  /** One of the action's outcomes ends here. */
  Way ending(int outcome) {
    return new Way(parts, Optional.of(new Way.End(outcome, parts.size() - 1)));
  }

  Way build() {
    return new Way(parts, end);
  }
}

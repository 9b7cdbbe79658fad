package quiesce.source;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Sees to it that every goto leads to one label, and begins no loop over CPUs in its middle. */
final class LabelChecks {
  private final Diagnostics diagnostics;
  private final Map<String, Statement.Label> labels = new HashMap<>();
  private final List<Statement.Goto> jumps = new ArrayList<>();

  /** What is in each loop over the CPUs. */
  private final List<Set<Statement>> overCpus = new ArrayList<>();

  private LabelChecks(Diagnostics diagnostics) {
    this.diagnostics = diagnostics;
  }

  /**
   * @param givenUp places where text was skipped: a function with one may have labels unseen
   */
  static void check(List<Item> items, List<Place> givenUp, Diagnostics diagnostics) {
    for (int i = 0; i < items.size(); i++) {
      if (items.get(i) instanceof Item.Function function && function.body().isPresent()) {
        Place begin = function.place();
        Place end =
            i + 1 < items.size()
                ? items.get(i + 1).place()
                : new Place(Integer.MAX_VALUE, Integer.MAX_VALUE);
        boolean whole =
            givenUp.stream().noneMatch(p -> p.compareTo(begin) >= 0 && p.compareTo(end) < 0);
        LabelChecks checks = new LabelChecks(diagnostics);
        function.body().get().all().forEach(checks::visit);
        checks.jumps.forEach(jump -> checks.resolve(function, jump, whole));
      }
    }
  }

  private void visit(Statement statement) {
    if (statement instanceof Statement.Label label) {
      define(label);
    } else if (statement instanceof Statement.Goto jump) {
      jumps.add(jump);
    } else if (statement instanceof Statement.ForEachPossibleCpu loop) {
      overCpus.add(loop.all().collect(Collectors.toSet()));
    }
  }

  private void define(Statement.Label label) {
    Statement.Label first = labels.putIfAbsent(label.name(), label);
    if (first != null) {
      diagnostics.report(
          label.place(),
          "the label '%s' is defined twice: first in line %d"
              .formatted(label.name(), first.place().line()),
          "rename one of the two");
    }
  }

  private void resolve(Item.Function function, Statement.Goto jump, boolean whole) {
    Statement.Label label = labels.get(jump.label());
    if (label != null && overCpus.stream().anyMatch(l -> l.contains(label) && !l.contains(jump))) {
      diagnostics.report(
          jump.place(),
          "a goto into a loop over the CPUs is not supported",
          "put the label before the loop");
    } else if (label == null && whole) {
      diagnostics.report(
          jump.place(),
          "'%s' has no label '%s'".formatted(function.name(), jump.label()),
          "write %s: in the same function".formatted(jump.label()));
    }
  }
}

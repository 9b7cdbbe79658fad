package quiesce.module;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import quiesce.steps.Node;
import quiesce.tla.Expression;
import quiesce.tla.Expression.Bound;
import quiesce.tla.Logic;

/** The read-side sections in progress, for each kind that is waited for. */
record SectionSets(Shape shape) {

  /** The sets of them, by the names of the definitions. */
  Map<String, Expression> all() {
    Map<String, Expression> all = new LinkedHashMap<>();
    if (shape.facts().waitsFor("")) {
      all.put(
          "Sections",
          Logic.union(shape.threads().stream().flatMap(v -> ofRcu(v).stream()).toList()));
    }
    shape.facts().getDomains().stream()
        .filter(shape.facts()::waitsFor)
        .forEach(domain -> all.put("Sections_" + domain, Logic.union(ofSrcu(domain))));
    return all;
  }

  private Optional<Expression> ofRcu(ThreadView v) {
    Predicate<Node> where = v.sections::inside;
    boolean handler = v.thread.context().isHandler() && v.stops.where(where).findAny().isPresent();
    Expression inside = handler ? v.isActive() : inside(v, where, v.earlySections());
    return set(v, inside, shape.section(v));
  }

  private List<Expression> ofSrcu(String domain) {
    List<Expression> all = new ArrayList<>();
    for (ThreadView v : shape.threads()) {
      v.sections
          .all(domain)
          .forEach(
              s ->
                  set(
                          v,
                          inside(v, n -> v.sections.inside(n, s), v.earlySections(s)),
                          shape.section(v, s))
                      .ifPresent(all::add));
    }
    return all;
  }

  private static Expression inside(ThreadView v, Predicate<Node> where, List<String> early) {
    return Logic.any(Stream.concat(Stream.of(v.isWhere(where)), early.stream().map(v::field)));
  }

  /** The sections of a thread's instances that are inside of one; empty if none ever is. */
  private static Optional<Expression> set(ThreadView v, Expression inside, Identity id) {
    if (inside.equals(Logic.FALSE)) {
      return Optional.empty();
    }
    Expression index = Logic.name(v.index);
    if (!v.indexed()) {
      Expression itself = new Expression.SetOf(List.of(id.of(index)));
      return Optional.of(Logic.choice(inside, itself, Logic.EMPTY));
    }
    Expression instances = new Expression.Filter(bound(v.index, Logic.name(v.indexSet)), inside);
    if (id.of(index).equals(index)) {
      return Optional.of(instances);
    }
    String other = v.index.equals("c") ? "d" : "q";
    return Optional.of(
        new Expression.Image(id.of(Logic.name(other)), List.of(bound(other, instances))));
  }

  private static Bound bound(String name, Expression set) {
    return new Bound(List.of(name), set);
  }
}

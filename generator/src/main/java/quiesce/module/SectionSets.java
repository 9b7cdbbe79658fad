package quiesce.module;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import quiesce.steps.Node;
import quiesce.steps.Section;
import quiesce.tla.Expression;
import quiesce.tla.Expression.Bound;
import quiesce.tla.Logic;

/** The read-side sections in progress, for each kind that is waited for. */
record SectionSets(Shape shape) {

  /** The name of the set of the sections of a domain; of RCU where that is empty. */
  static String name(String domain) {
    return domain.isEmpty() ? "Sections" : "Sections_" + domain;
  }

  /** The sets of them, by the names of the definitions. */
  Map<String, Expression> all() {
    Map<String, Expression> all = new LinkedHashMap<>();
    domains()
        .forEach(d -> all.put(name(d), Logic.union(inside(d).stream().map(this::set).toList())));
    return all;
  }

  /** The domains that are waited for. */
  List<String> domains() {
    return Stream.concat(Stream.of(""), shape.facts().getDomains().stream())
        .filter(shape.facts()::waitsFor)
        .toList();
  }

  /**
   * When a thread is in a section.
   *
   * @param section of SRCU; empty for RCU
   */
  record Inside(ThreadView reader, Optional<Section.Srcu> section, Expression condition) {}

  /** Those who may be in sections of a domain. */
  List<Inside> inside(String domain) {
    return shape.threads().stream()
        .flatMap(v -> domain.isEmpty() ? Stream.of(ofRcu(v)) : ofSrcu(v, domain))
        .filter(i -> !i.condition().equals(Logic.FALSE))
        .toList();
  }

  private static Inside ofRcu(ThreadView v) {
    Predicate<Node> where = v.sections::inside;
    boolean handler = v.thread.context().isHandler() && v.stops.where(where).findAny().isPresent();
    return new Inside(
        v, Optional.empty(), handler ? v.isActive() : inside(v, where, v.earlySections()));
  }

  private static Stream<Inside> ofSrcu(ThreadView v, String domain) {
    return v.sections.all(domain).stream()
        .map(
            s ->
                new Inside(
                    v,
                    Optional.of(s),
                    inside(v, n -> v.sections.inside(n, s), v.earlySections(s))));
  }

  private static Expression inside(ThreadView v, Predicate<Node> where, List<String> early) {
    return Logic.any(Stream.concat(Stream.of(v.isWhere(where)), early.stream().map(v::field)));
  }

  /** The sections of a thread's instances that are inside of one. */
  private Expression set(Inside inside) {
    ThreadView v = inside.reader();
    Identity id = shape.section(v, inside.section());
    Expression index = Logic.name(v.index);
    if (!v.indexed()) {
      Expression itself = new Expression.SetOf(List.of(id.of(index)));
      return Logic.choice(inside.condition(), itself, Logic.EMPTY);
    }
    Expression instances =
        new Expression.Filter(bound(v.index, Logic.name(v.indexSet)), inside.condition());
    if (id.of(index).equals(index)) {
      return instances;
    }
    String other = v.index.equals("c") ? "d" : "q";
    return new Expression.Image(id.of(Logic.name(other)), List.of(bound(other, instances)));
  }

  private static Bound bound(String name, Expression set) {
    return new Bound(List.of(name), set);
  }
}

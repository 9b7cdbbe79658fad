package quiesce.module;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import quiesce.tla.Expression;
import quiesce.tla.Expression.Bound;
import quiesce.tla.Expression.Infix;
import quiesce.tla.Expression.Quantified;
import quiesce.tla.Expression.Quantifier;
import quiesce.tla.Logic;
import quiesce.tla.Operator;

/**
 * Objects that take turns: one that has been torn down, and that nothing refers to, is as good as
 * one that has never been used, so that a few are enough for any number of registrations.
 */
final class Recycling {
  /** Of any number, a list has no bound. */
  static final String LISTS = "a list is as long as there are registrations";

  private static final Expression OBJECT = Logic.name("o");

  private final Shape shape;
  private final MemoryScope memory;

  Recycling(Shape shape) {
    this.shape = shape;
    this.memory = shape.memory();
  }

  /** Whether there may be any number of registrations, of which more than one is explored. */
  static boolean isAskedFor(boolean module, Options options) {
    return options.registrations().any() && !module;
  }

  /** Why objects cannot take turns; empty if they can. */
  Optional<String> obstacle() {
    if (shape.facts().hasDeferredOfObjects()) {
      return Optional.of("what runs later is part of an object");
    }
    if (shape.facts().isHasLists()) {
      return Optional.of(LISTS);
    }
    if (!shape.program().allocating().isEmpty()) {
      return Optional.of("memory is allocated by others than the provider");
    }
    return shape.machine().isViewed() && shape.crowds().isEmpty()
        ? Optional.of("each CPU that has a number may read stores of any age")
        : shape.machine().notRecycled();
  }

  /**
   * That something beside what all share refers to object {@code o}, as the parts of a disjunction.
   */
  List<Expression> references() {
    List<Expression> all = new ArrayList<>();
    memory.perCpus().stream()
        .filter(p -> mayHoldObject(p.values()) && isVariable(p))
        .forEach(p -> all.add(some("c", shape.cpus(), isObject(ofCpu(p)))));
    shape.threads().stream().flatMap(this::ofThread).forEach(all::add);
    return all;
  }

  /** Else it is a place in memory. */
  private boolean isVariable(MemoryScope.Place place) {
    return shape.isOneMemory() || shape.facts().isPrivate(place.name());
  }

  private Stream<Expression> ofThread(ThreadView v) {
    List<Expression> fields =
        v.types(shape.valueSets().orElseThrow()).stream()
            .filter(f -> mayHoldObject(f.values()))
            .map(f -> v.field(f.name()))
            .toList();
    return fields.isEmpty()
        ? Stream.empty()
        : Stream.of(v.instances.some(new Infix(Operator.IN, OBJECT, new Expression.SetOf(fields))));
  }

  private Expression ofCpu(MemoryScope.Place place) {
    return shape.crowds().isPresent()
        ? new Expression.Selected(Logic.name("c"), place.identifier())
        : part(place, "c");
  }

  private static Expression part(MemoryScope.Place place, String index) {
    return new Expression.Applied(Logic.name(place.identifier()), List.of(Logic.name(index)));
  }

  private static Expression isObject(Expression value) {
    return new Infix(Operator.EQUAL, value, OBJECT);
  }

  private static Expression some(String index, String set, Expression what) {
    return new Quantified(
        Quantifier.EXISTS, List.of(new Bound(List.of(index), Logic.name(set))), what);
  }

  private static boolean mayHoldObject(ValueSet values) {
    return values.kinds().contains(ValueSet.Kind.OBJECT);
  }
}

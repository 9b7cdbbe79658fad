package quiesce.tla;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import quiesce.tla.Expression.Infix;
import quiesce.tla.Expression.Prefix;

/** The standard modules that define what a module uses. */
public final class StandardModules {
  private static final String INTEGERS = "Integers";
  private static final String NATURALS = "Naturals";
  private static final String FINITE_SETS = "FiniteSets";
  private static final String SEQUENCES = "Sequences";

  private static final Set<String> OF_FINITE_SETS = Set.of("Cardinality", "IsFiniteSet");
  private static final Set<String> OF_SEQUENCES =
      Set.of("Append", "Head", "Len", "Seq", "SelectSeq", "SubSeq", "Tail");

  private StandardModules() {}

  /** Those that the parts of a module need; for what cannot be read it may be any. */
  public static SortedSet<String> of(List<Unit> parts) {
    SortedSet<String> all = new TreeSet<>(Set.of("TLC"));
    for (Unit part : parts) {
      if (part.hasFormula()) {
        all.addAll(
            part.formula()
                .map(StandardModules::of)
                .orElse(Set.of(INTEGERS, FINITE_SETS, SEQUENCES)));
      }
    }
    if (all.contains(INTEGERS)) {
      all.remove(NATURALS);
    }
    return all;
  }

  private static Set<String> of(Expression formula) {
    Set<String> all = new HashSet<>();
    Trees.map(
        formula,
        part -> {
          ofPart(part).ifPresent(all::add);
          return part;
        });
    for (String name : Trees.names(formula)) {
      if (OF_FINITE_SETS.contains(name)) {
        all.add(FINITE_SETS);
      } else if (OF_SEQUENCES.contains(name)) {
        all.add(SEQUENCES);
      } else if (name.equals("Int")) {
        all.add(INTEGERS);
      } else if (name.equals("Nat")) {
        all.add(NATURALS);
      }
    }
    return all;
  }

  private static Optional<String> ofPart(Expression e) {
    if (e instanceof Expression.Number n && n.value() < 0) {
      return Optional.of(INTEGERS);
    } else if (e instanceof Infix i) {
      return of(i.operator());
    }
    return e instanceof Prefix p ? of(p.operator()) : Optional.empty();
  }

  private static Optional<String> of(Operator operator) {
    return switch (operator) {
      case MINUS, NEGATIVE -> Optional.of(INTEGERS);
      case LESS, NOT_LESS, GREATER, NOT_GREATER, UP_TO, PLUS, TIMES, MODULO, DIVIDED_BY ->
          Optional.of(NATURALS);
      case CONCATENATED_WITH -> Optional.of(SEQUENCES);
      default -> Optional.empty();
    };
  }
}

package quiesce.lowering;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import quiesce.source.Expression;
import quiesce.source.Item;
import quiesce.source.Type;

/**
 * Structs that are always a member of one other struct, so that {@code &p->member} and {@code
 * container_of()} lead from one to the other: both are one object. A struct is such a one if the
 * file goes that way, has it in one place alone, and has no variable of it.
 */
final class Embedding {
  /**
   * Where a struct is.
   *
   * @param first whether it is at the address of the outer struct
   */
  record Inside(String outer, String member, boolean first) {}

  private final Map<String, Inside> inside = new LinkedHashMap<>();

  Embedding(
      Map<String, Item.Struct> structs,
      Set<String> ofVariables,
      Iterable<Item.Function> functions) {
    Set<String> left = new HashSet<>();
    Set<String> entered = new HashSet<>();
    for (Item.Function f : functions) {
      TreeWalk.all(Expression.Container.class, f).forEach(c -> left.add(c.struct()));
      TreeWalk.all(Expression.AddressOf.class, f)
          .map(Expression.AddressOf::operand)
          .filter(Expression.Member.class::isInstance)
          .forEach(m -> entered.add(((Expression.Member) m).member()));
    }
    Set<String> several = new HashSet<>(ofVariables);
    for (Item.Struct outer : structs.values()) {
      List<Item.Member> members = outer.members();
      for (Item.Member m : members) {
        if (m.type() instanceof Type.Struct inner) {
          Inside place = new Inside(outer.name(), m.name(), members.get(0).equals(m));
          boolean used =
              left.contains(outer.name())
                  || entered.contains(m.name()) && !ofVariables.contains(outer.name());
          if (!used || inside.putIfAbsent(inner.name(), place) != null) {
            several.add(inner.name());
          }
        }
      }
    }
    inside.keySet().removeAll(several);
  }

  /** Where a struct is, if it is a member of another one always. */
  Optional<Inside> of(String struct) {
    return Optional.ofNullable(inside.get(struct));
  }

  /** The struct that is no member of another one, of the object that a struct is in. */
  String outermost(String struct) {
    return of(struct).map(i -> outermost(i.outer())).orElse(struct);
  }

  /** The struct that is a member, if that is always there. */
  Optional<String> inner(String outer, String member) {
    return inside.entrySet().stream()
        .filter(e -> e.getValue().outer().equals(outer) && e.getValue().member().equals(member))
        .map(Map.Entry::getKey)
        .findFirst();
  }
}

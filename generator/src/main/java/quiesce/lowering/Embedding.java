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
 * Structs that are one object with another struct. One that is always a member of it, so that
 * {@code &p->member} and {@code container_of()} lead from one to the other: the file goes that way,
 * has it in one place alone, and has no variable of it. Or one that what is registered has a
 * pointer to, {@code dev->ops}, which the provider sets out of sight: it comes and goes with it.
 */
final class Embedding {
  /**
   * Where a struct is.
   *
   * @param first whether it is at the address of the outer struct
   */
  record Inside(String outer, String member, boolean first) {}

  private final Map<String, Inside> inside = new LinkedHashMap<>();

  /** Of each struct that is set out of sight, the pointer to it. */
  private final Map<String, Inside> pointed = new LinkedHashMap<>();

  /**
   * @param ofVariables the structs of which there are variables
   * @param given the structs that registering and unregistering take pointers to
   */
  Embedding(
      Map<String, Item.Struct> structs,
      Set<String> ofVariables,
      Set<String> given,
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
    several.removeAll(StructVariables.LISTS);
    for (Item.Struct outer : structs.values()) {
      List<Item.Member> members = outer.members();
      for (Item.Member m : members) {
        if (m.type() instanceof Type.Struct inner) {
          boolean head =
              StructVariables.LISTS.contains(inner.name()) && ofVariables.contains(outer.name());
          if (head) {
            continue;
          }
          Inside place = new Inside(outer.name(), m.name(), members.get(0).equals(m));
          boolean used =
              left.contains(outer.name())
                  || outer.name().equals(LateStructs.DELAYED)
                  || entered.contains(m.name()) && !ofVariables.contains(outer.name());
          if (!used || inside.putIfAbsent(inner.name(), place) != null) {
            several.add(inner.name());
          }
        }
      }
    }
    inside.keySet().removeAll(several);
    pointers(structs, ofVariables, given, functions);
  }

  private void pointers(
      Map<String, Item.Struct> structs,
      Set<String> ofVariables,
      Set<String> given,
      Iterable<Item.Function> functions) {
    Set<String> assigned = new HashSet<>();
    functions.forEach(f -> Assignments.members(f).forEach(assigned::add));
    Set<String> several = new HashSet<>(ofVariables);
    several.addAll(given);
    several.addAll(inside.keySet());
    for (Item.Struct outer : structs.values()) {
      for (Item.Member m : outer.members()) {
        if (m.type() instanceof Type.Struct inner) {
          several.add(inner.name());
        } else if (m.type() instanceof Type.Pointer p && p.target() instanceof Type.Struct inner) {
          boolean outOfSight =
              given.contains(outermost(outer.name()))
                  && !ofVariables.contains(outer.name())
                  && !assigned.contains(m.name());
          Inside place = new Inside(outer.name(), m.name(), false);
          if (outOfSight && pointed.putIfAbsent(inner.name(), place) != null) {
            several.add(inner.name());
          }
        }
      }
    }
    pointed.keySet().removeAll(several);
  }

  /** Whether a pointer leads to what the provider has set out of sight. */
  boolean isOutOfSight(String outer, String member) {
    return pointed.values().stream()
        .anyMatch(p -> p.outer().equals(outer) && p.member().equals(member));
  }

  /** Where a struct is, if it is a member of another one always. */
  Optional<Inside> of(String struct) {
    return Optional.ofNullable(inside.get(struct));
  }

  /** The struct that is no part of another one, of the object that a struct is in. */
  String outermost(String struct) {
    return of(struct)
        .or(() -> Optional.ofNullable(pointed.get(struct)))
        .map(i -> outermost(i.outer()))
        .orElse(struct);
  }

  /** The struct that is a member, if that is always there. */
  Optional<String> inner(String outer, String member) {
    return inside.entrySet().stream()
        .filter(e -> e.getValue().outer().equals(outer) && e.getValue().member().equals(member))
        .map(Map.Entry::getKey)
        .findFirst();
  }
}

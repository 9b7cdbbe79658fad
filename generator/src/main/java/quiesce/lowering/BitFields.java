package quiesce.lowering;

import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import quiesce.source.Diagnostics;
import quiesce.source.Expression;
import quiesce.source.Item;
import quiesce.source.Place;
import quiesce.source.Strategy;

/**
 * A bit-field that is only read is a member as any other. Who stores to one loads its neighbours
 * with it, and stores them again: memory-barriers.txt on bit-fields.
 */
final class BitFields {
  private BitFields() {}

  /** Refuses the stores; which of several structs one is in is not asked. */
  static void check(Strategy strategy, Diagnostics problems) {
    Set<String> fields =
        strategy.items(Item.Struct.class).stream()
            .flatMap(s -> s.members().stream())
            .filter(Item.Member::bits)
            .map(Item.Member::name)
            .collect(Collectors.toSet());
    if (fields.isEmpty()) {
      return;
    }
    strategy.items(Item.Function.class).stream()
        .flatMap(f -> TreeWalk.all(Expression.class, f))
        .flatMap(BitFields::stored)
        .filter(e -> fields.contains(last(e)))
        .forEach(e -> refuse(last(e), e.place(), problems));
  }

  private static void refuse(String field, Place place, Diagnostics problems) {
    problems.report(
        place,
        "a store to the bit-field %s, which stores to its neighbours, too".formatted(field),
        "make it a bool, or a bit of an unsigned long: set_bit(), clear_bit(), test_bit()");
  }

  private static Stream<Expression> stored(Expression e) {
    return e instanceof Expression.AddressOf a ? Stream.of(a.operand()) : e.changes().stream();
  }

  private static String last(Expression e) {
    String member =
        e instanceof Expression.Member m
            ? m.member()
            : e instanceof Expression.Part p ? p.member() : "";
    return member.substring(member.lastIndexOf('.') + 1);
  }
}

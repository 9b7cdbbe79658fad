package quiesce.lowering;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import quiesce.source.Diagnostics;
import quiesce.source.Expression;
import quiesce.source.Item;
import quiesce.source.Strategy;

/**
 * Global structs that are variables of the file: each member is a variable of its own, {@code
 * dev.ops}. Others say what the provider's object holds.
 */
final class StructVariables {
  private final List<Item.ObjectInitialiser> all;
  private final Map<String, Item.Struct> structs;

  StructVariables(Strategy strategy, Map<String, Item.Struct> structs) {
    this.structs = structs;
    Set<String> named =
        strategy.items(Item.Function.class).stream()
            .flatMap(f -> TreeWalk.all(Expression.Part.class, f))
            .map(Expression.Part::variable)
            .collect(Collectors.toSet());
    all =
        strategy.items(Item.ObjectInitialiser.class).stream()
            .filter(i -> named.contains(i.name()))
            .toList();
  }

  boolean has(Item.ObjectInitialiser object) {
    return all.contains(object);
  }

  /** Their members. */
  List<Item.Variable> members(Diagnostics problems) {
    List<Item.Variable> members = new ArrayList<>();
    for (Item.ObjectInitialiser object : all) {
      Item.Struct struct = structs.get(object.struct());
      if (struct == null) {
        problems.report(
            object.place(),
            "struct " + object.struct() + " is not defined",
            "define it: struct " + object.struct() + " { ... };");
        continue;
      }
      struct.members().forEach(m -> members.add(member(object, m)));
    }
    return members;
  }

  private static Item.Variable member(Item.ObjectInitialiser object, Item.Member member) {
    return new Item.Variable(
        object.place(),
        member.type().outsideOfStruct(),
        new Expression.Part(object.place(), object.name(), member.name()).name(),
        false,
        Optional.ofNullable(object.members().get(member.name())));
  }
}

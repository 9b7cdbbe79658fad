package quiesce.source;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Refuses two definitions of one name. Structs, static calls and all the rest do not share names.
 */
final class NameChecks {
  private enum Space {
    STRUCT,
    STATIC_CALL,
    ORDINARY
  }

  private record Key(Space space, String name) {}

  private final Diagnostics diagnostics;
  private final Map<Key, Item> known = new HashMap<>();

  private NameChecks(Diagnostics diagnostics) {
    this.diagnostics = diagnostics;
  }

  static void check(List<Item> items, Diagnostics diagnostics) {
    NameChecks checks = new NameChecks(diagnostics);
    items.stream().filter(i -> !(i instanceof Item.Written)).forEach(checks::define);
    for (Item item : items) {
      if (item instanceof Item.Function function) {
        checks.parameters(function);
        checks.constants(function);
      }
    }
  }

  private void define(Item item) {
    Key key = new Key(space(item), item.name());
    Item first = known.putIfAbsent(key, item);
    if (first == null) {
      return;
    }
    if (isPrototype(first) && item instanceof Item.Function) {
      known.put(key, item);
    } else if (!(isPrototype(item) && first instanceof Item.Function)) {
      diagnostics.report(
          item.place(),
          "'%s' is defined twice: first in line %d".formatted(item.name(), first.place().line()),
          "rename or remove one of the two");
    }
  }

  private static Space space(Item item) {
    if (item instanceof Item.Struct) {
      return Space.STRUCT;
    }
    return item instanceof Item.StaticCall ? Space.STATIC_CALL : Space.ORDINARY;
  }

  private static boolean isPrototype(Item item) {
    return item instanceof Item.Function function && function.body().isEmpty();
  }

  /** In the tree a constant is a number, so that a name of its own would be taken for it. */
  private void constants(Item.Function function) {
    function.parameters().forEach(p -> constant(p.place(), p.name()));
    function.body().stream()
        .flatMap(Statement::all)
        .filter(Statement.Declaration.class::isInstance)
        .map(Statement.Declaration.class::cast)
        .forEach(d -> constant(d.place(), d.name()));
  }

  private void constant(Place place, String name) {
    if (known.get(new Key(Space.ORDINARY, name)) instanceof Item.Constant constant) {
      diagnostics.report(
          place,
          "'%s' is a constant already: line %d".formatted(name, constant.place().line()),
          "rename one of the two");
    }
  }

  private void parameters(Item.Function function) {
    Set<String> names = new HashSet<>();
    for (Item.Parameter parameter : function.parameters()) {
      if (!parameter.name().isEmpty() && !names.add(parameter.name())) {
        diagnostics.report(
            parameter.place(),
            "'%s' has two parameters '%s'".formatted(function.name(), parameter.name()),
            "rename one of the two");
      }
    }
  }
}

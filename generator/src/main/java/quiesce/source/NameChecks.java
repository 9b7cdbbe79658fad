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
    for (Item item : items) {
      checks.define(item);
      if (item instanceof Item.Function function) {
        checks.parameters(function);
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

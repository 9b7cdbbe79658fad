package quiesce.module;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Names what comes from the C code. A name is a stand-in of the same length, in letters that no
 * template uses, until {@link Spelling} knows all that the module means by its own words.
 */
final class Names {
  /** The name spaces of C. */
  private enum Kind {
    VARIABLE,
    MEMBER,
    SITE,
    THREAD
  }

  private record Thing(Kind kind, String name) {}

  private final Map<Thing, String> given = new HashMap<>();
  private final Set<String> used = new HashSet<>();

  /** The identifier of a variable or lock: the same one whenever it is asked for. */
  String variable(String c) {
    return of(
        Kind.VARIABLE, c, c.replaceAll("(.*)->(.*)", "$1_$2_held").replaceAll("[.\\[\\]]+", "_"));
  }

  String member(String struct, String member) {
    return of(Kind.MEMBER, struct + "." + member, struct + "_" + member);
  }

  String site(String c) {
    return of(Kind.SITE, c, c);
  }

  String thread(String function) {
    return of(Kind.THREAD, function, function);
  }

  private String of(Kind kind, String key, String wish) {
    return given.computeIfAbsent(new Thing(kind, key), k -> firstFree(List.of(wish)));
  }

  /** The first of some wishes that nothing else has, or the very first with a number after it. */
  String firstFree(List<String> wishes) {
    for (String wish : wishes) {
      String name = StandIn.of(wish);
      if (used.add(name)) {
        return name;
      }
    }
    String first = wishes.get(0);
    int i = 2;
    while (!used.add(StandIn.of(first + "_" + i))) {
      i++;
    }
    return StandIn.of(first + "_" + i);
  }
}

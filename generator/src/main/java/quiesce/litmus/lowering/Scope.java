package quiesce.litmus.lowering;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import quiesce.litmus.tree.Type;
import quiesce.source.Diagnostics;
import quiesce.source.Item;
import quiesce.source.Place;
import quiesce.source.Statement;

/**
 * The names of one process. A name that is no parameter is a register, declared or not; the same
 * name in two blocks is the same register, as it is to herd7.
 */
final class Scope {
  private final Item.Function process;
  private final Symbols symbols;
  private final Diagnostics diagnostics;
  private final Set<String> words;
  private final Map<String, Type> parameters = new HashMap<>();
  private final Map<String, Type> registers = new HashMap<>();
  private int temporaries;

  /**
   * @param words every name of the file: no temporary gets one of them
   */
  Scope(Item.Function process, Symbols symbols, Set<String> words, Diagnostics diagnostics) {
    this.process = process;
    this.symbols = symbols;
    this.diagnostics = diagnostics;
    this.words = words;
    for (Item.Parameter p : process.parameters()) {
      if (parameters.put(p.name(), Type.of(p.type())) != null) {
        diagnostics.report(
            p.place(),
            "%s has two parameters '%s'".formatted(process.name(), p.name()),
            "rename or remove one of the two");
      }
    }
    process.body().stream().flatMap(Statement::all).forEach(this::declare);
  }

  private void declare(Statement s) {
    if (s instanceof Statement.Declaration d) {
      if (parameters.containsKey(d.name())) {
        diagnostics.report(
            d.place(),
            "'%s' is a parameter already".formatted(d.name()),
            "give the register another name");
      }
      registers.merge(d.name(), Type.of(d.type()), (a, b) -> a.pointers() < b.pointers() ? b : a);
    }
  }

  boolean isParameter(String name) {
    return parameters.containsKey(name);
  }

  /** The type of a parameter or register, if it has been declared. */
  Optional<Type> type(String name) {
    return Optional.ofNullable(parameters.getOrDefault(name, registers.get(name)));
  }

  /** The name as that of a register; it refuses that of a variable which was not handed over. */
  String register(String name, Place place) {
    if (!registers.containsKey(name) && symbols.kind(name).isPresent()) {
      diagnostics.report(
          place,
          "'%s' is no parameter of %s".formatted(name, process.name()),
          "add it: %s(..., int *%s)".formatted(process.name(), name));
    }
    return name;
  }

  /** A register of our own. */
  String temporary() {
    String name;
    do {
      temporaries++;
      name = "tmp_" + temporaries;
    } while (words.contains(name));
    return name;
  }
}

package quiesce.litmus.lowering;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import quiesce.litmus.tree.Constant;
import quiesce.litmus.tree.LitmusTest;
import quiesce.litmus.tree.Setting;
import quiesce.litmus.tree.Type;
import quiesce.source.Diagnostics;
import quiesce.source.Item;
import quiesce.source.Place;
import quiesce.source.Spelling;
import quiesce.steps.Litmus;
import quiesce.steps.Value;

/** What the processes share, and what everything is at the beginning. */
final class Symbols {
  private record Symbol(Type.Kind kind, Place place) {}

  private final Diagnostics diagnostics;
  private final List<Item.Function> processes;
  private final SortedMap<String, Symbol> shared = new TreeMap<>();
  private final Map<String, Value> initial = new TreeMap<>();
  private final Map<Integer, SortedMap<String, Value>> registers = new TreeMap<>();

  Symbols(LitmusTest test, Diagnostics diagnostics) {
    this.diagnostics = diagnostics;
    this.processes = test.processes();
    for (Setting s : test.initial()) {
      if (s.spot().process().isEmpty()) {
        s.type().ifPresent(type -> declare(s.spot().name(), type, s.spot().place(), 0));
      }
    }
    processes.stream()
        .flatMap(p -> p.parameters().stream())
        .forEach(p -> declare(p.name(), Type.of(p.type()), p.place(), 1));
    test.initial().forEach(this::set);
  }

  /**
   * @param pointers how many {@code *} the type has when the name is the thing itself
   */
  private void declare(String name, Type type, Place place, int pointers) {
    if (type.kind() != Type.Kind.INTEGER && type.pointers() > pointers) {
      diagnostics.report(
          place,
          "a pointer to %s as a value is not supported".formatted(type.kind().text()),
          "name it directly, without '*'");
    }
    Symbol first = shared.putIfAbsent(name, new Symbol(type.kind(), place));
    if (first != null && first.kind() != type.kind()) {
      diagnostics.report(
          place,
          "'%s' is %s here, and %s in line %d"
              .formatted(name, type.kind().text(), first.kind().text(), first.place().line()),
          "give it the same type everywhere, or rename one of the two");
    }
  }

  private void set(Setting s) {
    if (s.spot().process().isPresent()) {
      register(s);
      return;
    }
    String name = s.spot().name();
    Type.Kind kind =
        shared.computeIfAbsent(name, n -> new Symbol(Type.Kind.INTEGER, s.spot().place())).kind();
    if (s.value().isEmpty()) {
      return;
    }
    Value value = value(s.value().get());
    if (kind != Type.Kind.INTEGER && !value.equals(new Value.Number(0))) {
      diagnostics.report(
          s.value().get().place(),
          "'%s' is %s, which has no initial value".formatted(name, kind.text()),
          "drop the value: a lock is free at the beginning");
    }
    setOnce(initial, name, value, s);
  }

  private void register(Setting s) {
    int number = s.spot().process().getAsInt();
    String name = s.spot().name();
    if (!isRegister(number, name, s.spot().place())) {
      return;
    }
    Value value = s.value().map(this::value).orElse(new Value.Number(0));
    setOnce(registers.computeIfAbsent(number, n -> new TreeMap<>()), name, value, s);
  }

  private void setOnce(Map<String, Value> values, String name, Value value, Setting s) {
    if (values.putIfAbsent(name, value) != null) {
      diagnostics.report(
          s.spot().place(), "'%s' is set twice".formatted(name), "remove one of the two");
    }
  }

  /** The value; the variable whose address it is exists from then on. */
  private Value value(Constant constant) {
    if (constant instanceof Constant.Number n) {
      return new Value.Number(n.value());
    }
    Constant.Address address = (Constant.Address) constant;
    Symbol symbol =
        shared.computeIfAbsent(
            address.variable(), n -> new Symbol(Type.Kind.INTEGER, address.place()));
    if (symbol.kind() != Type.Kind.INTEGER) {
      diagnostics.report(
          address.place(),
          "the address of %s as a value is not supported".formatted(symbol.kind().text()),
          "name it directly where it is used");
    }
    return new Value.Address(address.variable());
  }

  /** The value; a variable whose address it is must exist already. */
  Value existing(Constant constant) {
    if (constant instanceof Constant.Address a && !shared.containsKey(a.variable())) {
      unknown(a.variable(), a.place());
    }
    return value(constant);
  }

  /** Whether this may be a register of this process; if not, it says why. */
  boolean isRegister(int process, String name, Place place) {
    if (process < 0 || process >= processes.size()) {
      diagnostics.report(
          place,
          "there is no process P%d".formatted(process),
          "the processes are P0 to P%d".formatted(Math.max(0, processes.size() - 1)));
      return false;
    }
    if (processes.get(process).parameters().stream().anyMatch(p -> p.name().equals(name))) {
      diagnostics.report(
          place,
          "'%s' is a parameter of P%d and no register".formatted(name, process),
          "write %s for the variable itself".formatted(name));
      return false;
    }
    return true;
  }

  Optional<Type.Kind> kind(String name) {
    return Optional.ofNullable(shared.get(name)).map(Symbol::kind);
  }

  /** Refuses a name that nothing has. */
  void unknown(String name, Place place) {
    String help =
        Spelling.nearest(name, shared.keySet())
            .map("did you mean '%s'?"::formatted)
            .orElse("make it a parameter: int *%s".formatted(name));
    diagnostics.report(place, "there is no variable '%s'".formatted(name), help);
  }

  /** What the registers of a process are at the beginning, where the test says so. */
  SortedMap<String, Value> registers(int process) {
    return registers.getOrDefault(process, new TreeMap<>());
  }

  List<Litmus.Variable> variables() {
    return names(Type.Kind.INTEGER).stream()
        .map(n -> new Litmus.Variable(n, initial.getOrDefault(n, new Value.Number(0))))
        .toList();
  }

  List<String> locks() {
    return List.copyOf(names(Type.Kind.LOCK));
  }

  private Collection<String> names(Type.Kind kind) {
    return shared.keySet().stream().filter(n -> shared.get(n).kind() == kind).toList();
  }
}

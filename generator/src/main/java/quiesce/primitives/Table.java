package quiesce.primitives;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import quiesce.primitives.Primitive.Meaning;
import quiesce.primitives.Primitive.Result;
import quiesce.steps.Access;
import quiesce.steps.Local;
import quiesce.steps.Step;
import quiesce.steps.Value;

/** Primitives by their names, while they are written down. */
final class Table {
  private final Map<String, Primitive> all = new LinkedHashMap<>();
  private Set<Dialect> dialects = Set.of();
  private Optional<Primitive.Row> row = Optional.empty();

  /** What follows may be called there. */
  Table in(Dialect... where) {
    dialects = Set.of(where);
    return this;
  }

  /** What a call of those that follow does in the machine, for docs/language.md. */
  Table does(Primitive.Group group, String text) {
    row = Optional.of(new Primitive.Row(group, text));
    return this;
  }

  Table add(String name, Meaning meaning) {
    if (all.put(name, new Primitive(name, dialects, meaning, row.orElseThrow())) != null) {
      throw new IllegalStateException(name + "() is in the table twice");
    }
    return this;
  }

  Table refused(String name, String help) {
    return add(name, new Primitive.Refused(help));
  }

  /**
   * @param calls as they are written
   */
  Table special(String... calls) {
    for (String call : calls) {
      int open = call.indexOf('(');
      add(call.substring(0, open), new Primitive.Special(call.substring(open)));
    }
    return this;
  }

  Table each(Meaning meaning, String... names) {
    List.of(names).forEach(name -> add(name, meaning));
    return this;
  }

  /**
   * @param call as it is written, with the names of {@link Argument}
   */
  Table steps(String call, Function<Operands, List<Step>> steps) {
    return steps(call, steps, Optional.empty());
  }

  Table steps(String call, Step... steps) {
    return steps(call, o -> List.of(steps));
  }

  Table returns(
      String call,
      Result.Kind kind,
      Function<Operands, Value> value,
      Function<Operands, Step> step) {
    return steps(call, o -> List.of(step.apply(o)), Optional.of(new Result(kind, value)));
  }

  Table fence(Fence fence) {
    Step full = new Local.Fence(Local.Fence.Kind.SMP_MB);
    return add(
        fence.c(),
        new Primitive.Steps(List.of(), o -> List.of(full), Optional.empty(), Optional.of(fence)));
  }

  Table load(String call, Access.Load.Kind kind) {
    return returns(
        call, Result.Kind.READ, Operands::read, o -> new Access.Load(kind, o.local(), o.place()));
  }

  Table store(String call, Access.Store.Kind kind) {
    return steps(call, o -> List.of(new Access.Store(kind, o.place(), o.value(0))));
  }

  Table steps(String call, Function<Operands, List<Step>> steps, Optional<Result> result) {
    int open = call.indexOf('(');
    String inside = call.substring(open + 1, call.length() - 1);
    List<Argument> arguments =
        inside.isEmpty() ? List.of() : Arrays.stream(inside.split(", ")).map(Argument::of).toList();
    return add(
        call.substring(0, open), new Primitive.Steps(arguments, steps, result, Optional.empty()));
  }

  Map<String, Primitive> done() {
    return all;
  }
}

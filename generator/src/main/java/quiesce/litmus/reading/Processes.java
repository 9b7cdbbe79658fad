package quiesce.litmus.reading;

import java.util.List;
import java.util.regex.Pattern;
import quiesce.litmus.tree.Type;
import quiesce.source.Diagnostics;
import quiesce.source.Item;
import quiesce.source.Place;
import quiesce.source.Statement;

/** Sees that functions are processes, and that what they declare is what processes may have. */
final class Processes {
  private static final Pattern NAME = Pattern.compile("P[0-9]{1,4}");
  private static final int MOST = 8;

  private final Diagnostics diagnostics;

  Processes(Diagnostics diagnostics) {
    this.diagnostics = diagnostics;
  }

  void check(List<Item.Function> functions) {
    for (Item.Function f : functions) {
      if (!NAME.matcher(f.name()).matches()) {
        diagnostics.report(
            f.place(),
            "'%s' is no process".formatted(f.name()),
            "name the processes P0, P1, ...; functions of one's own are not supported");
      }
      f.parameters().forEach(this::parameter);
      f.body().stream().flatMap(Statement::all).forEach(this::local);
    }
    numbering(functions);
  }

  private void numbering(List<Item.Function> functions) {
    for (int i = 0; i < functions.size(); i++) {
      Item.Function f = functions.get(i);
      if (NAME.matcher(f.name()).matches() && Integer.parseInt(f.name().substring(1)) != i) {
        diagnostics.report(
            f.place(),
            "found %s, expected P%d".formatted(f.name(), i),
            "number the processes from P0 on, in their order");
        return;
      }
    }
    if (functions.size() > MOST) {
      diagnostics.report(
          functions.get(MOST).place(),
          "more than %d processes are not supported".formatted(MOST),
          "leave out those that the condition does not need");
    }
  }

  private void parameter(Item.Parameter p) {
    if (Type.of(p.type()).pointers() == 0) {
      diagnostics.report(
          p.place(),
          "the parameter '%s' is no pointer".formatted(p.name()),
          "shared memory is given by its address: *%s".formatted(p.name()));
    }
    value(p.type(), p.place());
  }

  private void local(Statement s) {
    if (s instanceof Statement.Declaration d) {
      Type type = Type.of(d.type());
      if (type.kind() != Type.Kind.INTEGER) {
        diagnostics.report(
            d.place(),
            "%s as a local variable is not supported".formatted(type.kind().text()),
            "make it a parameter, so that the processes share it");
      }
      value(d.type(), d.place());
    }
  }

  /** Refuses structs, and pointers to pointers to what is no value. */
  void value(quiesce.source.Type declared, Place place) {
    Type type = Type.of(declared);
    if (declared instanceof quiesce.source.Type.Struct && type.kind() == Type.Kind.INTEGER) {
      diagnostics.report(
          place,
          "a struct as a value is not supported",
          "write a pointer to it, or one variable for each member");
    } else if (type.kind() != Type.Kind.INTEGER && type.pointers() > 1) {
      diagnostics.report(
          place,
          "a pointer to %s as a value is not supported".formatted(type.kind().text()),
          "name it directly: write one parameter for each, with one '*'");
    }
  }
}

package quiesce.source;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.antlr.v4.runtime.Token;

/**
 * {@code module_param(name, type, perm)} (linux/moduleparam.h). What somebody may write while the
 * module is there has any value at any time. What is given when it is loaded stays as it is: for
 * which value a verdict is, the configuration has to say.
 */
final class ModuleParameters {
  private static final Pattern FORM =
      Pattern.compile("module_param(_named)?\\((?:(\\w+),)?(\\w+),(\\w+),([^,]+)\\)");

  private static final Set<String> OF_BOOL = Set.of("bool", "invbool");
  private static final Set<String> UNSIGNED =
      Set.of("byte", "ushort", "uint", "ulong", "ullong", "hexint");
  private static final Set<String> SIGNED = Set.of("short", "int", "long");
  private static final String STRING = "charp";

  private static final Pattern NUMBER = Pattern.compile("0[0-7]{0,6}");
  private static final Pattern WORDS = Pattern.compile("S_I[RWX]\\w+(\\|S_I[RWX]\\w+)*");
  private static final int WRITABLE = 0222;

  private final Diagnostics diagnostics;
  private final List<Line> lines = new ArrayList<>();

  /** One of these lines. */
  private record Line(Token word, String text) {}

  ModuleParameters(Diagnostics diagnostics) {
    this.diagnostics = diagnostics;
  }

  static boolean isOne(String name) {
    return name.startsWith("module_param");
  }

  /**
   * Takes note of a line.
   *
   * @param text of it, without blanks
   */
  void add(Token word, String text) {
    lines.add(new Line(word, text));
  }

  /** The items with what the parameters add to them. */
  List<Item> applied(List<Item> items, Configuration configuration) {
    List<Item> all = new ArrayList<>(items);
    lines.forEach(line -> apply(line, configuration, all));
    return all;
  }

  private void apply(Line line, Configuration configuration, List<Item> all) {
    Matcher form = FORM.matcher(line.text());
    boolean named = line.text().startsWith("module_param_named(");
    if (!form.matches() || named != (form.group(2) != null)) {
      report(
          line,
          "this form of a module's parameter is not supported",
          "write module_param(name, type, perm) of a bool, an integer or a charp");
      return;
    }
    String name = form.group(3);
    Optional<Item.Variable> variable =
        all.stream()
            .filter(i -> i instanceof Item.Variable v && v.name().equals(name) && !v.perCpu())
            .map(Item.Variable.class::cast)
            .findFirst();
    if (variable.isEmpty()) {
      report(
          line, "no variable of this file is '%s'".formatted(name), "define it before this line");
    } else if (!fits(variable.get().type(), form.group(4))) {
      report(
          line,
          "'%s' is no variable of the type '%s'".formatted(name, form.group(4)),
          "give the parameter the type that the variable has");
    } else if (form.group(4).equals(STRING)) {
      diagnostics.setAside(diagnostics.place(line.word()), "a string is data, whatever it is");
    } else {
      bind(line, variable.get(), isWritable(line, form.group(5)), configuration, all);
    }
  }

  private static boolean fits(Type type, String written) {
    if (type instanceof Type.Bool) {
      return OF_BOOL.contains(written);
    } else if (type instanceof Type.Int i) {
      return i.unsigned() ? UNSIGNED.contains(written) : SIGNED.contains(written);
    }
    return written.equals(STRING) && type instanceof Type.Pointer p && p.target().isOfData();
  }

  private Optional<Boolean> isWritable(Line line, String permission) {
    if (NUMBER.matcher(permission).matches()) {
      return Optional.of((Integer.parseInt(permission, 8) & WRITABLE) != 0);
    } else if (WORDS.matcher(permission).matches()) {
      return Optional.of(permission.contains("S_IW"));
    }
    report(line, "who may write this is not known", "write the permissions as a number: 0444");
    return Optional.empty();
  }

  private void bind(
      Line line,
      Item.Variable v,
      Optional<Boolean> writable,
      Configuration configuration,
      List<Item> all) {
    if (writable.isEmpty()) {
      return;
    } else if (writable.get()) {
      all.add(new Item.Written(diagnostics.place(line.word()), v.name(), v.type()));
      return;
    }
    Optional<String> value =
        v.type() instanceof Type.Bool ? configuration.value(v.name()) : Optional.empty();
    if (value.isPresent()) {
      Expression truth = new Expression.Truth(v.place(), value.get().equals("y"));
      all.set(
          all.indexOf(v),
          new Item.Variable(v.place(), v.type(), v.name(), false, Optional.of(truth)));
    } else if (v.type() instanceof Type.Bool) {
      report(
          line,
          "it is not known whether '%s' is set when the module is loaded".formatted(v.name()),
          "say so in the front matter: config: %s=y; or =n; or let it be written: 0644"
              .formatted(v.name()));
    } else {
      report(
          line,
          "it is not known which number '%s' has once the module is loaded".formatted(v.name()),
          "write #define %s and a number in place of the variable; or let it be written: 0644"
              .formatted(v.name()));
    }
  }

  private void report(Line line, String message, String help) {
    diagnostics.report(line.word(), message, help);
  }
}

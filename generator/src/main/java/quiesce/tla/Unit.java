package quiesce.tla;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import quiesce.text.Wrap;
import quiesce.tla.Expression.Definition;

/**
 * What is between blank lines of a module: a definition with the comment above it, or something
 * else. Its text is as it was written if all lines fit; else the printer lays it out.
 *
 * @param above the lines before the definition
 * @param name of what is defined; empty where it is something else
 * @param definition empty where {@link Reader} does not know all of it
 * @param written the lines from the definition on
 * @param form what becomes of these lines
 */
public record Unit(
    List<String> above,
    Optional<String> name,
    Optional<Definition> definition,
    List<String> written,
    Form form) {
  /** What the text is. */
  public enum Form {
    /** The lines, whatever they are. */
    KEPT,
    /** The lines, if all of them fit. */
    WRITTEN,
    /** What the printer makes of the definition. */
    PRINTED
  }

  private static final Pattern STATEMENT =
      Pattern.compile("(ASSUME|THEOREM)\\b(?<formula>.*)", Pattern.DOTALL);

  private static final Pattern HEAD =
      Pattern.compile("(?<name>[\uff01-\uff5e\\w]+)(\\((?<parameters>[^()]*)\\))? ==(?<body>.*)");

  /** What comes before the variables of an action or an assumption of fairness. */
  private static final Pattern SUBSCRIPT = Pattern.compile("^([WS]F)?_");

  /** The parts of a text. */
  public static List<Unit> read(String text) {
    return Arrays.stream(text.strip().split("\n\\s*\n"))
        .filter(t -> !t.isBlank())
        .flatMap(t -> units(t.lines().toList()).stream())
        .toList();
  }

  /** A definition ends where the next one begins, with the comment above it. */
  private static List<Unit> units(List<String> lines) {
    List<Unit> all = new ArrayList<>();
    int start = 0;
    int head = -1;
    for (int i = 0; i <= lines.size(); i++) {
      boolean begins = i < lines.size() && HEAD.matcher(lines.get(i)).matches();
      if (begins && head >= 0 || i == lines.size()) {
        int end = i;
        while (begins && lines.get(end - 1).startsWith(Tokens.COMMENT)) {
          end--;
        }
        all.add(unit(lines.subList(start, end), head - start));
        start = end;
      }
      head = begins ? i : head;
    }
    return all;
  }

  private static Unit unit(List<String> lines, int head) {
    return head < 0
        ? new Unit(List.of(), Optional.empty(), Optional.empty(), lines, Form.KEPT)
        : definition(lines, head);
  }

  private static Unit definition(List<String> lines, int head) {
    Matcher m = HEAD.matcher(lines.get(head));
    m.matches();
    List<String> parameters =
        m.group("parameters") == null ? List.of() : List.of(m.group("parameters").split(", *"));
    List<String> written = lines.subList(head, lines.size());
    // The columns of bullets stay what they were.
    String body =
        " ".repeat(m.start("body"))
            + m.group("body")
            + written.stream().skip(1).map(l -> "\n" + l).collect(Collectors.joining());
    Optional<Reader.Reading> reading = Reader.read(body);
    return new Unit(
        lines.subList(0, head),
        Optional.of(m.group("name")),
        reading.map(r -> new Definition(m.group("name"), parameters, r.expression())),
        written,
        reading.map(r -> r.lone() ? Form.PRINTED : Form.WRITTEN).orElse(Form.KEPT));
  }

  /** The printer does not lay it out. */
  public Unit asItIs() {
    return new Unit(above, name, definition, written, Form.KEPT);
  }

  /** Whether its lines are the definition. */
  public boolean asWritten() {
    return form != Form.PRINTED;
  }

  /** Whether something is defined, assumed or claimed. */
  boolean hasFormula() {
    return name.isPresent() || statement().isPresent();
  }

  /** What is defined, assumed or claimed; empty where {@link Reader} does not know all of it. */
  Optional<Expression> formula() {
    return definition.map(Definition::body).or(() -> statement().flatMap(Reader::expression));
  }

  private Optional<String> statement() {
    Matcher m = STATEMENT.matcher(String.join("\n", written));
    return m.matches() ? Optional.of(m.group("formula")) : Optional.empty();
  }

  /** With a change of all parts of its definition. */
  Unit map(UnaryOperator<Expression> change) {
    return definition.map(d -> with(Trees.definition(d, Trees.map(d.body(), change)))).orElse(this);
  }

  Unit with(Definition changed) {
    return new Unit(
        above,
        name,
        Optional.of(changed),
        written,
        definition.filter(changed::equals).isPresent() ? form : Form.PRINTED);
  }

  /** The words of its code. */
  Set<String> words() {
    String code = asWritten() ? String.join("\n", written) : Printer.line(definition.orElseThrow());
    return Tokens.of(code).stream()
        .filter(t -> t.kind() == Tokens.Kind.WORD)
        .map(t -> SUBSCRIPT.matcher(t.text()).replaceFirst(""))
        .collect(Collectors.toSet());
  }

  /** Its text. */
  public String text() {
    List<String> all = new ArrayList<>(comment());
    boolean fits = written.stream().allMatch(l -> l.length() <= Printer.WIDTH);
    if (form == Form.KEPT || form == Form.WRITTEN && fits) {
      all.addAll(written);
    } else {
      all.add(Printer.print(definition.orElseThrow()));
    }
    return String.join("\n", all);
  }

  /** The lines above it; where one is too long, the comment is wrapped. */
  private List<String> comment() {
    if (above.stream().allMatch(l -> l.length() <= Printer.WIDTH)) {
      return above;
    }
    List<String> all = new ArrayList<>();
    List<String> paragraph = new ArrayList<>();
    for (String line : above) {
      boolean text = line.startsWith(Tokens.COMMENT + " ");
      if (text) {
        paragraph.add(line.substring(Tokens.COMMENT.length()).strip());
      } else {
        flush(paragraph, all);
        all.add(line);
      }
    }
    flush(paragraph, all);
    return all;
  }

  private static void flush(List<String> paragraph, List<String> all) {
    String margin = Tokens.COMMENT + " ";
    if (!paragraph.isEmpty()) {
      all.addAll(Wrap.lines(margin + String.join(" ", paragraph), Printer.WIDTH, margin));
      paragraph.clear();
    }
  }
}

package quiesce.tla;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
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
 * @param asWritten whether these are the definition
 */
public record Unit(
    List<String> above,
    Optional<String> name,
    Optional<Definition> definition,
    List<String> written,
    boolean asWritten) {
  private static final Pattern HEAD =
      Pattern.compile("(?<name>[\uff01-\uff5e\\w]+)(\\((?<parameters>[^()]*)\\))? ==(?<body>.*)");

  private static final Pattern WORD = Pattern.compile("[\uff01-\uff5e\\w]+");

  /** What comes before the variables of an action or an assumption of fairness. */
  private static final Pattern SUBSCRIPT = Pattern.compile("^([WS]F)?_");

  private static final Pattern NO_CODE = Pattern.compile("\\\\\\*.*|\\(\\*.*?\\*\\)");

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
        ? new Unit(List.of(), Optional.empty(), Optional.empty(), lines, true)
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
        reading.map(r -> !r.lone()).orElse(true));
  }

  /** The printer does not lay it out. */
  public Unit asItIs() {
    return new Unit(above, name, Optional.empty(), written, true);
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
        asWritten && definition.filter(changed::equals).isPresent());
  }

  /** The words of its code. */
  Set<String> words() {
    Set<String> all = new LinkedHashSet<>();
    List<String> code = asWritten ? written : List.of(Printer.line(definition.orElseThrow()));
    for (String line : code) {
      WORD.matcher(NO_CODE.matcher(line).replaceAll(" "))
          .results()
          .map(r -> SUBSCRIPT.matcher(r.group()).replaceFirst(""))
          .forEach(all::add);
    }
    return all;
  }

  /** Its text. */
  public String text() {
    List<String> all = new ArrayList<>(comment());
    boolean fits = written.stream().allMatch(l -> l.length() <= Printer.WIDTH);
    if (asWritten && fits || definition.isEmpty()) {
      all.addAll(written);
    } else {
      all.add(Printer.print(definition.get()));
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

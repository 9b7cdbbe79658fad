package quiesce.source;

import static java.util.Comparator.comparing;
import static java.util.Comparator.naturalOrder;
import static java.util.stream.Collectors.joining;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import quiesce.docs.Tables;
import quiesce.primitives.PrimitiveTables;

/** What docs/language.md has of the profile of strategies and of the grammar. */
public final class ProfileTables {
  private static final Path LEXER =
      Path.of("src", "main", "antlr4", "quiesce", "source", "grammar", "KernelCLexer.g4");

  private static final Pattern ERROR = Pattern.compile("E\\w+ \\d+");

  /** How a line that is set aside looks, of the kinds that are lines. */
  private static final Map<Harmless.Kind, String> LINES =
      Map.of(
          Harmless.Kind.DIRECTIVE, "#%s",
          Harmless.Kind.LINE, "%s(...);",
          Harmless.Kind.ASSERTION, "%s(...);",
          Harmless.Kind.CONDITION, "%s(held);",
          Harmless.Kind.WARNING, "%s(held);");

  private ProfileTables() {}

  /** The tables and lists, by the names of their places. */
  public static Map<String, String> all() {
    return Map.ofEntries(
        Map.entry("limits", limits()),
        Map.entry("set aside: lines", lines()),
        Map.entry("set aside: conditions", names(Harmless.Kind.PREDICATE, "%s(...)")),
        Map.entry("set aside: annotations", annotations()),
        Map.entry("set aside: attributes", attributes()),
        Map.entry("built in: integers", names(Harmless.Kind.INTEGER, "%s")),
        Map.entry("built in: errors", errors()),
        Map.entry("built in: macros", macros()),
        Map.entry("guards", guards()),
        Map.entry("not supported: primitives", missing()),
        Map.entry("not supported: constructs", constructs()));
  }

  public static List<String> roles() {
    return Arrays.stream(Item.Role.values()).map(Item.Role::attribute).toList();
  }

  /** Of the front matter. */
  public static List<String> keys() {
    return FrontMatterReader.KEYS;
  }

  /** The words that begin a line which defines something. */
  public static List<String> definitions() {
    return Stream.of("PER_CPU", "STATIC_CALL", "STATIC_CALL_RET0", "LOCK", "SRCU")
        .flatMap(rule -> lexer("DEFINE_" + rule))
        .toList();
  }

  /** How much of something is possible, as it is written in a sentence. */
  public static String limit(String name) {
    return number(Bound.valueOf(name.toUpperCase(Locale.ROOT)).most());
  }

  private static String number(int number) {
    return String.format(Locale.ROOT, "%,d", number);
  }

  private static String limits() {
    return Tables.table(
        List.of("at most", "of"),
        Stream.concat(
                Arrays.stream(Bound.values()).map(b -> List.of(limit(b.name()), b.what())),
                Stream.of(List.of(number(Profile.STRATEGY.longest()), "words of a statement")))
            .toList());
  }

  private static String errors() {
    return Tables.filled(
        Profile.STRATEGY.definitions().values().stream()
            .filter(d -> ERROR.matcher(d).matches())
            .sorted(comparing(ProfileTables::value).thenComparing(naturalOrder()))
            .map(d -> "`" + d.replace(" ", "` "))
            .toList());
  }

  private static String macros() {
    return Tables.table(
        List.of("macro", "is"),
        Profile.STRATEGY.definitions().values().stream()
            .filter(d -> !ERROR.matcher(d).matches())
            .sorted()
            .map(d -> List.of(head(d), d.substring(head(d).length() + 1)))
            .map(row -> row.stream().map(Tables::code).toList())
            .toList());
  }

  private static String guards() {
    return Tables.table(
        List.of("guard", "begins with", "ends with"),
        new TreeMap<>(Profile.STRATEGY.guards())
            .entrySet().stream()
                .map(g -> List.of(declared(g), g.getValue().enter(), g.getValue().leave()))
                .map(row -> row.stream().map(Tables::code).toList())
                .toList());
  }

  private static String declared(Map.Entry<String, Profile.Guard> guard) {
    String argument = guard.getValue().takesArgument() ? "x" : "";
    return "guard(%s)(%s)".formatted(guard.getKey(), argument);
  }

  private static Stream<Harmless> harmless(Harmless.Kind kind) {
    return Profile.STRATEGY.harmless().stream().filter(h -> h.kind() == kind);
  }

  private static String lines() {
    return Tables.table(
        List.of("C", "why"),
        Profile.STRATEGY.harmless().stream()
            .filter(h -> LINES.containsKey(h.kind()))
            .map(
                h -> List.of(spans(h.names(), LINES.get(h.kind())).collect(joining(", ")), h.why()))
            .toList());
  }

  private static String names(Harmless.Kind kind, String shape) {
    return Tables.filled(harmless(kind).flatMap(h -> spans(h.names(), shape)).toList());
  }

  private static String annotations() {
    return Tables.filled(
        Stream.concat(
                lexer("ANNOTATION").map(Tables::code),
                harmless(Harmless.Kind.ANNOTATION).flatMap(h -> spans(h.names(), "%s")))
            .toList());
  }

  private static String attributes() {
    return Tables.table(
        List.of("attribute", "why"),
        harmless(Harmless.Kind.ATTRIBUTE)
            .map(h -> List.of(spans(h.names(), "%s").collect(joining(", ")), h.why()))
            .toList());
  }

  private static Stream<String> spans(Pattern names, String shape) {
    return PossibleNames.of(names.pattern()).stream().map(shape::formatted).map(Tables::code);
  }

  /** The words of a rule that has nothing but words. */
  private static Stream<String> lexer(String rule) {
    try {
      Matcher found =
          Pattern.compile("(?s)\n" + rule + "\\s*:(.*?);").matcher(Files.readString(LEXER));
      if (!found.find()) {
        throw new IllegalStateException("no rule " + rule);
      }
      return Pattern.compile("'(\\w+)'")
          .matcher(found.group(1))
          .results()
          .map(word -> word.group(1));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What a use of the macro looks like. */
  private static String head(String definition) {
    Macro macro = Macro.of(definition);
    return macro.name() + macro.parameters().map(p -> "(" + String.join(", ", p) + ")").orElse("");
  }

  private static int value(String definition) {
    return Integer.parseInt(definition.replaceFirst(".* ", ""));
  }

  /** By what to write instead. */
  private static String missing() {
    Map<String, List<String>> byHelp = new LinkedHashMap<>();
    for (Missing m : Profile.STRATEGY.missing()) {
      PossibleNames.of(m.names().pattern())
          .forEach(
              name ->
                  byHelp
                      .computeIfAbsent(m.help(), h -> new ArrayList<>())
                      .add(m.kind().shown(name)));
    }
    PrimitiveTables.refused()
        .forEach(
            (help, names) -> byHelp.computeIfAbsent(help, h -> new ArrayList<>()).addAll(names));
    return block(
        byHelp.entrySet().stream().map(e -> Tables.filled(e.getValue()) + help(e.getKey())));
  }

  private static String constructs() {
    return block(
        Arrays.stream(Construct.values())
            .flatMap(c -> Profile.STRATEGY.refusal(c).stream())
            .map(r -> example(r.message(), r) + "\n" + help(example(r.help(), r)))
            .distinct());
  }

  private static String example(String text, Profile.Refusal refusal) {
    return text.formatted(refusal.example().toArray());
  }

  private static String help(String text) {
    return "    help: " + text + "\n";
  }

  private static String block(Stream<String> messages) {
    return "```text\n" + messages.collect(joining("\n")) + "```\n";
  }
}

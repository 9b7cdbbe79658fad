package quiesce.source;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What of kernel C a kind of file may use, and the words in which the rest is refused. It is data:
 * there is one reader of C.
 *
 * @param refused what it may not use
 * @param hints what to write where the syntax is wrong, by the rule of the grammar; under the empty
 *     name for all other rules
 * @param longest how many words a statement may have
 * @param shorter what to do about longer ones, and about deep nesting
 * @param harmless what is set aside
 * @param missing the primitives that the machine does not have
 * @param initcalls what says by whom a function is called, and as what
 * @param definitions the macros that are built in, as {@code #define} has them, by their names
 * @param guards what guards of the kernel do, by their kinds
 */
public record Profile(
    Map<Construct, Refusal> refused,
    Map<String, String> hints,
    int longest,
    String shorter,
    List<Harmless> harmless,
    List<Missing> missing,
    Map<Pattern, Item.Role> initcalls,
    Map<String, String> definitions,
    Map<String, Guard> guards) {

  /**
   * What a guard does: calls in which x is its argument, and flags or index a local of its own.
   *
   * @param enter where it is declared
   * @param leave on every path out of its block
   */
  public record Guard(String enter, String leave) {
    /** Whether it takes an argument; its calls have that first. */
    public boolean takesArgument() {
      return leave.contains("(x");
    }
  }

  /**
   * The words in which a construct is refused; {@code %s} in both is what the file has.
   *
   * @param message what is refused
   * @param help what to write instead
   * @param example of what a file may have
   */
  record Refusal(String message, String help, List<String> example) {
    Refusal {
      example = List.copyOf(example);
    }
  }

  /** Of strategies. */
  public static final Profile STRATEGY = read(Profile.class, "strategy.tsv");

  public Profile {
    refused = Map.copyOf(refused);
    hints = Map.copyOf(hints);
    harmless = List.copyOf(harmless);
    missing = List.copyOf(missing);
    initcalls = Map.copyOf(initcalls);
    definitions = Map.copyOf(definitions);
    guards = Map.copyOf(guards);
  }

  /**
   * Reads a profile.
   *
   * @param beside the class whose package has the file among its resources
   */
  public static Profile read(Class<?> beside, String name) {
    Map<Construct, Refusal> refused = new EnumMap<>(Construct.class);
    Map<String, String> hints = new HashMap<>();
    List<Harmless> harmless = new ArrayList<>();
    List<Missing> missing = new ArrayList<>();
    Map<Pattern, Item.Role> initcalls = new HashMap<>();
    Map<String, String> definitions = new HashMap<>();
    Map<String, Guard> guards = new HashMap<>();
    int longest = 0;
    String shorter = "";
    for (String line : lines(beside, name)) {
      String[] parts = line.split("\t");
      switch (parts[0]) {
        case "hint" -> {
          for (String rule : parts[1].split(" ")) {
            hints.put(rule, parts[2]);
          }
        }
        case "define" -> definitions.put(parts[1].replaceFirst("\\W.*", ""), parts[1]);
        case "guard" -> guards.put(parts[1], new Guard(parts[2], parts[3]));
        case "aside" ->
            harmless.add(new Harmless(Harmless.Kind.valueOf(parts[1]), names(parts[2]), parts[3]));
        case "missing" ->
            missing.add(new Missing(Missing.Kind.valueOf(parts[1]), names(parts[2]), parts[3]));
        case "initcall" -> initcalls.put(names(parts[2]), Item.Role.valueOf(parts[1]));
        case "limit" -> {
          longest = Integer.parseInt(parts[1]);
          shorter = parts[2];
        }
        default -> {
          for (String each : parts[0].split(" ")) {
            Construct construct = Construct.valueOf(each);
            boolean alone = parts.length == 1;
            refused.put(
                construct,
                alone
                    ? STRATEGY.refused.get(construct)
                    : new Refusal(parts[1], parts[2], List.of(parts).subList(3, parts.length)));
          }
        }
      }
    }
    return new Profile(
        refused, hints, longest, shorter, harmless, missing, initcalls, definitions, guards);
  }

  private static Pattern names(String expressions) {
    return Pattern.compile(expressions.replace(' ', '|'));
  }

  private static List<String> lines(Class<?> beside, String name) {
    try (InputStream in = beside.getResourceAsStream(name)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(l -> !l.isBlank() && !l.startsWith("#"))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What a macro that is built in has after {@code #define}. */
  public Optional<String> definition(String name) {
    return Optional.ofNullable(definitions.get(name));
  }

  /** Why a name may be set aside; empty if it may not. */
  Optional<String> harmless(Harmless.Kind kind, String name) {
    return harmless.stream().filter(h -> h.is(kind, name)).findFirst().map(Harmless::why);
  }

  /** Whether a word is an annotation, which declares nothing and does nothing. */
  public boolean isAnnotation(String word) {
    return harmless(Harmless.Kind.ANNOTATION, word).isPresent();
  }

  /** The same with arguments. */
  public boolean isAttribute(String word) {
    return harmless(Harmless.Kind.ATTRIBUTE, word).isPresent();
  }

  /** Whether a macro at the top level does nothing. */
  public boolean isLineSetAside(String macro) {
    return harmless(Harmless.Kind.LINE, macro).isPresent();
  }

  /** What a function is that is handed to a macro of this name, at the top level. */
  public Optional<Item.Role> roleOf(String macro) {
    return initcalls.entrySet().stream()
        .filter(e -> e.getKey().matcher(macro).matches())
        .map(Map.Entry::getValue)
        .findFirst();
  }

  /** What is said of a primitive that the machine does not have; empty of every other name. */
  Optional<Missing> missing(Missing.Kind kind, String name) {
    return missing.stream().filter(m -> m.is(kind, name)).findFirst();
  }

  /** The words in which a construct is refused; empty if it is accepted. */
  Optional<Refusal> refusal(Construct construct) {
    return Optional.ofNullable(refused.get(construct));
  }
}

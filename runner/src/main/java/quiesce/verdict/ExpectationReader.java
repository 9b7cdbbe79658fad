package quiesce.verdict;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import quiesce.models.MemoryModels;
import quiesce.property.Property;
import quiesce.source.Diagnostic;
import quiesce.source.FrontMatter;
import quiesce.source.Place;
import quiesce.source.SourceException;
import quiesce.source.Spelling;
import quiesce.source.Strategy;

/** Reads the {@code expect} entries of a strategy's front matter. */
public final class ExpectationReader {
  private static final String KEY = "expect";
  private static final List<String> MEMORY_MODELS = MemoryModels.names();
  private static final Pattern VALUE = Pattern.compile("(holds|violates|n/a)\\s+(.+)");
  private static final String FORMS =
      "write 'all hold', or 'holds', 'violates' or 'n/a' and names of properties with commas"
          + " between them";

  private final Strategy strategy;
  private final String memory;
  private final List<Diagnostic> problems = new ArrayList<>();
  private final Map<Property, Expectation> named = new EnumMap<>(Property.class);
  private Optional<Place> allHold = Optional.empty();

  private ExpectationReader(Strategy strategy, String memory) {
    this.strategy = strategy;
    this.memory = memory;
  }

  /**
   * What the strategy expects under a memory model: entries {@code expect} count under every one,
   * {@code expect sc} under its own only.
   *
   * @throws SourceException with everything that is wrong with the entries
   */
  public static Expectations read(Strategy strategy, String memory) {
    return new ExpectationReader(strategy, memory).read();
  }

  private Expectations read() {
    for (FrontMatter.Entry entry : strategy.frontMatter().entries()) {
      String[] key = entry.key().split(" ");
      if (!key[0].equals(KEY)) {
        continue;
      }
      if (key.length == 2 && !MEMORY_MODELS.contains(key[1])) {
        report(
            entry.place(),
            "unknown memory model '" + key[1] + "'",
            Spelling.nearest(key[1], MEMORY_MODELS)
                .map(m -> "did you mean '" + m + "'?")
                .orElse("write expect, or expect and one of " + String.join(", ", MEMORY_MODELS)));
        continue;
      }
      entry(entry, key.length == 1 || key[1].equals(memory));
    }
    refuseContradictionOfAll();
    if (!problems.isEmpty()) {
      throw new SourceException(problems);
    }
    return new Expectations(named, allHold.isPresent());
  }

  private void entry(FrontMatter.Entry entry, boolean counts) {
    String value = entry.value().strip();
    Matcher matcher = VALUE.matcher(value);
    if (value.equals("all hold")) {
      if (counts) {
        allHold = Optional.of(entry.place());
      }
    } else if (matcher.matches()) {
      Expectation expectation = expectation(matcher.group(1));
      Arrays.stream(matcher.group(2).split(",", -1))
          .map(String::strip)
          .forEach(name -> property(entry, name, expectation, counts));
    } else {
      report(entry.place(), "not an expectation: '" + value + "'", FORMS);
    }
  }

  private static Expectation expectation(String word) {
    return switch (word) {
      case "holds" -> Expectation.HOLDS;
      case "violates" -> Expectation.VIOLATED;
      default -> Expectation.NOT_APPLICABLE;
    };
  }

  private void property(
      FrontMatter.Entry entry, String name, Expectation expectation, boolean counts) {
    Place place = placeOf(name, entry.place());
    Optional<Property> property = PropertyNames.find(name);
    if (property.isEmpty()) {
      report(place, "unknown property '" + name + "'", PropertyNames.help(name));
      return;
    }
    if (!counts) {
      return;
    }
    Expectation before = named.putIfAbsent(property.get(), expectation);
    if (before != null && before != expectation) {
      report(
          place,
          "%s is expected to be %s here and %s before"
              .formatted(name, expectation.title(), before.title()),
          "remove one of the two");
    }
  }

  private void refuseContradictionOfAll() {
    allHold.ifPresent(
        place ->
            named.forEach(
                (property, expectation) -> {
                  if (expectation == Expectation.VIOLATED) {
                    report(
                        place,
                        "all hold, and " + property.title() + " is expected to be violated",
                        "name the properties that hold instead of 'all hold'");
                  }
                }));
  }

  /** Where the name is in the entry, which may continue over several lines. */
  private Place placeOf(String name, Place key) {
    List<String> lines = strategy.file().lines();
    Pattern word = Pattern.compile("\\b" + Pattern.quote(name) + "\\b");
    for (int line = key.line(); !name.isEmpty() && line <= lines.size(); line++) {
      Matcher matcher = word.matcher(lines.get(line - 1));
      if (matcher.find(
          line == key.line() ? Math.min(key.column(), lines.get(line - 1).length()) : 0)) {
        return new Place(line, matcher.start() + 1);
      }
    }
    return key;
  }

  private void report(Place place, String message, String help) {
    problems.add(new Diagnostic(strategy.file(), place, message, help));
  }
}

package quiesce.report;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import quiesce.property.Property;
import quiesce.source.FrontMatter;
import quiesce.source.SourceFile;
import quiesce.source.Strategy;
import quiesce.verdict.PropertyNames;
import quiesce.verdict.StrategyVerdicts;

/** What reports show of a strategy's own text. */
public final class Sources {
  private static final String EXPECT = "expect";
  private static final String ALL = "all hold";

  private Sources() {}

  /** The file that it was read from. */
  public static SourceFile file(StrategyVerdicts strategy) {
    return tree(strategy).file();
  }

  /** Its path, relative to the working directory where it is below it, as CI servers want it. */
  static Path path(StrategyVerdicts strategy) {
    Path here = Path.of("").toAbsolutePath();
    Path path = Path.of(file(strategy).name()).normalize();
    return path.isAbsolute() && path.startsWith(here) ? here.relativize(path) : path;
  }

  /** The title of its front matter; empty if there is none. */
  public static String title(StrategyVerdicts strategy) {
    return entry(strategy, "title");
  }

  /** An entry of its front matter; empty if there is none. */
  static String entry(StrategyVerdicts strategy, String key) {
    return tree(strategy).frontMatter().first(key).orElse("");
  }

  /** The line of the entry that says what to expect of the property. */
  static Optional<Integer> expectation(StrategyVerdicts strategy, Property property) {
    List<FrontMatter.Entry> entries =
        tree(strategy).frontMatter().entries().stream()
            .filter(
                e ->
                    e.key().equals(EXPECT)
                        || e.key().equals(EXPECT + " " + strategy.subject().memory()))
            .toList();
    return entries.stream()
        .filter(
            e ->
                Stream.of(e.value().split("[\\s,]+"))
                    .anyMatch(word -> PropertyNames.find(word).equals(Optional.of(property))))
        .findFirst()
        .or(() -> entries.stream().filter(e -> e.value().strip().equals(ALL)).findFirst())
        .map(e -> e.place().line());
  }

  private static Strategy tree(StrategyVerdicts strategy) {
    return strategy.subject().program().strategy();
  }
}

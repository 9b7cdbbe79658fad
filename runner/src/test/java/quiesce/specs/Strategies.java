package quiesce.specs;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import quiesce.engine.Engine;
import quiesce.engine.Engines;
import quiesce.module.Options;
import quiesce.property.Property;
import quiesce.source.SourceFile;
import quiesce.verdict.Campaign;
import quiesce.verdict.Checker;
import quiesce.verdict.Limits;
import quiesce.verdict.StrategyVerdicts;
import quiesce.verdict.Subject;
import quiesce.verdict.Verdict;

/** The catalogue as it stands in the project, and TLC to check it with. */
final class Strategies {
  static final Path DIRECTORY = Path.of("..", "specs");

  private Strategies() {}

  static List<String> names() {
    try (Stream<Path> entries = Files.list(DIRECTORY)) {
      return entries.map(p -> p.getFileName().toString()).sorted().toList();
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  static String text(String name) {
    try {
      return Files.readString(DIRECTORY.resolve(name).resolve("strategy.c"));
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  static Subject subject(String name, Options options) {
    return subject(name, text(name), options);
  }

  static Subject subject(String name, String text, Options options) {
    return Subject.of(SourceFile.of("specs/" + name + "/strategy.c", text), options);
  }

  static List<StrategyVerdicts> check(List<Subject> subjects, Set<Property> wanted) {
    try (Engine engine = Engines.start()) {
      return new Campaign(new Checker(engine, Limits.NONE), wanted, 2)
          .run(subjects, (done, all, verdicts) -> {});
    }
  }

  static List<StrategyVerdicts> check(List<Subject> subjects) {
    return check(subjects, EnumSet.allOf(Property.class));
  }

  /** The verdict on each property, by its title. */
  static Map<String, String> titles(StrategyVerdicts verdicts) {
    return verdicts.properties().stream()
        .collect(
            Collectors.toMap(
                p -> p.property().title(), p -> title(p.verdict()), (a, b) -> a, TreeMap::new));
  }

  private static String title(Verdict v) {
    return v instanceof Verdict.Holds h && h.vacuous() ? "vacuous" : v.title();
  }
}

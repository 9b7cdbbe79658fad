package quiesce.verdict;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import quiesce.property.Property;

/** Leaves properties out of a configuration, and everything else in it as it was generated. */
final class Configurations {
  private static final Set<String> HEADINGS = Set.of("INVARIANTS", "PROPERTIES");

  private Configurations() {}

  /** Whether it has TLC check what must come about. */
  static boolean liveness(String configuration) {
    return configuration.lines().anyMatch(line -> line.strip().equals("PROPERTIES"));
  }

  /** The configuration with the wanted properties only; without a heading if that is none. */
  static String keeping(Collection<Property> wanted, String configuration) {
    Set<String> unwanted =
        List.of(Property.values()).stream()
            .filter(p -> !wanted.contains(p))
            .map(Property::title)
            .collect(Collectors.toSet());
    return configuration
            .lines()
            .filter(line -> !unwanted.contains(line.strip()))
            .filter(line -> !wanted.isEmpty() || !HEADINGS.contains(line.strip()))
            .collect(Collectors.joining("\n"))
        + "\n";
  }

  /** What a line of the configuration says, if there is one that begins with this word. */
  static Optional<String> of(String word, String configuration) {
    return configuration
        .lines()
        .filter(line -> line.startsWith(word + " "))
        .map(line -> line.substring(word.length() + 1))
        .findFirst();
  }

  /** The configuration with another line for one that begins with this word, or with none. */
  static String with(String word, Optional<String> value, String configuration) {
    return configuration
            .lines()
            .filter(line -> !line.startsWith(word + " "))
            .collect(Collectors.joining("\n"))
        + "\n"
        + value.map(v -> word + " " + v + "\n").orElse("");
  }

  /** The configuration without an invariant that has a line of its own. */
  static String without(String invariant, String configuration) {
    return configuration
            .lines()
            .filter(line -> !line.equals("INVARIANT " + invariant))
            .collect(Collectors.joining("\n"))
        + "\n";
  }
}

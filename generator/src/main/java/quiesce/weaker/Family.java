package quiesce.weaker;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What weakens a call, as {@code family.tsv} has it. */
final class Family {
  /** The one that there is. */
  static final Family OF_KERNEL = read();

  private final Map<String, List<String>> calls = new HashMap<>();
  private final Map<String, Pair> pairs = new HashMap<>();
  private final Set<String> aside = new HashSet<>();
  private final Set<String> closing = new HashSet<>();

  /**
   * What protects the statements between two calls.
   *
   * @param weaker what may take the place of the two, in turn
   */
  record Pair(String closes, List<String> weaker) {}

  private static Family read() {
    Family family = new Family();
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(
                Family.class.getResourceAsStream("family.tsv"), StandardCharsets.UTF_8))) {
      lines.lines().filter(l -> !l.startsWith("#")).map(l -> l.split("\t")).forEach(family::add);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return family;
  }

  private void add(String... row) {
    List<String> all = List.of(row);
    switch (row[0]) {
      case "call" -> calls.put(row[1], all.subList(2, all.size()));
      case "pair" -> {
        pairs.put(row[1], new Pair(row[2], all.subList(3, all.size())));
        closing.add(row[2]);
      }
      case "aside" -> aside.add(row[1]);
      default -> throw new IllegalStateException("family.tsv: " + row[0]);
    }
  }

  /** What may take the place of a call, the strongest first. */
  List<String> weaker(String name) {
    return calls.getOrDefault(name, List.of());
  }

  /** What it opens. */
  Optional<Pair> opened(String name) {
    return Optional.ofNullable(pairs.get(name));
  }

  boolean closes(String name) {
    return closing.contains(name);
  }

  /** Whether it neither orders, marks, waits nor protects. */
  boolean isAside(String name) {
    return aside.contains(name);
  }
}

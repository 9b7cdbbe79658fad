package quiesce.edits;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.StringJoiner;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What weakens a call, as {@code family.tsv} has it. */
final class Family {
  private static final Pattern CALL = Pattern.compile("(\\w+)\\((.*)\\)");

  /** The one that there is. */
  static final Family OF_KERNEL = read();

  private final Map<String, List<String>> calls = new LinkedHashMap<>();
  private final Map<String, Pair> pairs = new LinkedHashMap<>();
  private final Set<String> aside = new HashSet<>();
  private final Set<String> closing = new HashSet<>();
  private final Map<String, List<String>> also = new LinkedHashMap<>();
  private final Set<String> orders = new HashSet<>();
  private final Set<String> back = new LinkedHashSet<>();

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
      case "also" -> also.put(row[1], all.subList(2, all.size()));
      case "orders" -> orders.addAll(all.subList(1, all.size()));
      case "back" -> back.addAll(all.subList(1, all.size()));
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

  /** Whether what a call does more than a weaker one is to put accesses in order. */
  boolean onlyOrders(String name) {
    return orders.contains(name);
  }

  /** What a call may become that is too weak: the table read in the other direction. */
  List<String> stronger(String name) {
    Stream<String> inverse =
        calls.entrySet().stream()
            .filter(row -> back.contains(row.getKey()))
            .flatMap(
                row ->
                    row.getValue().stream().flatMap(w -> inverse(row.getKey(), w, name).stream()));
    return Stream.concat(inverse, also.getOrDefault(name, List.of()).stream()).distinct().toList();
  }

  /** {@code smp_load_acquire(&$1)} of {@code READ_ONCE(@1)}; nothing where arguments are lost. */
  private static Optional<String> inverse(String strong, String weaker, String name) {
    Matcher call = CALL.matcher(weaker);
    if (!call.matches() || !call.group(1).equals(name)) {
      return Optional.empty();
    }
    String[] arguments = call.group(2).isEmpty() ? new String[0] : call.group(2).split(", ");
    StringJoiner inverse = new StringJoiner(", ", strong + "(", ")");
    for (int i = 0; i < arguments.length; i++) {
      if (arguments[i].charAt(1) != '1' + i) {
        return Optional.empty();
      }
      inverse.add((arguments[i].startsWith("@") ? "&$" : "$") + (i + 1));
    }
    return Optional.of(inverse.toString());
  }

  /** The pairs that hold off more than one does, by the call that opens them. */
  Map<String, Pair> strongerPairs(String name) {
    Map<String, Pair> all = new LinkedHashMap<>();
    pairs.forEach(
        (opens, pair) -> {
          if (back.contains(opens)
              && pair.weaker().stream().anyMatch(w -> w.startsWith(name + "("))) {
            all.put(opens, pair);
          }
        });
    return all;
  }
}

package quiesce.report;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import quiesce.property.Property;
import quiesce.verdict.PropertyVerdict;
import quiesce.verdict.StrategyVerdicts;

/**
 * Where the columns of a matrix are, as wide as there is room for.
 *
 * @param nameWidth of the column of strategies
 * @param cellWidth of each property's column
 * @param block whether each memory model has a line of its own; else their marks are in one cell
 * @param states whether there is room for how many states there are
 */
record MatrixLayout(
    TextStyle style,
    List<String> memories,
    List<Property> properties,
    int nameWidth,
    int cellWidth,
    boolean block,
    boolean states) {
  /** Of the longest short name, and a space. */
  private static final int HEAD_WIDTH = 6;

  private static final int STATES_WIDTH = 9;
  private static final int MODEL_WIDTH = 5;

  /** A mark, and one that says that it is not as expected. */
  private static final int NARROWEST = 2;

  private record Shape(int cellWidth, boolean block, boolean states) {}

  /** The first one that fits, and the narrowest if none does. */
  static MatrixLayout of(
      TextStyle style, Collection<String> names, List<String> memories, List<Property> properties) {
    int name = names.stream().mapToInt(String::length).max().orElse(0);
    int marks = memories.size() + NARROWEST;
    boolean several = memories.size() > 1;
    List<MatrixLayout> all =
        Stream.of(
                new Shape(Math.max(HEAD_WIDTH, marks), false, true),
                new Shape(marks, false, true),
                new Shape(marks, false, false),
                new Shape(NARROWEST, several, true),
                new Shape(NARROWEST, several, false))
            .map(
                s ->
                    new MatrixLayout(
                        style, memories, properties, name, s.cellWidth, s.block, s.states))
            .toList();
    return all.stream()
        .filter(l -> l.width() <= style.width())
        .findFirst()
        .orElse(all.get(all.size() - 1));
  }

  /** Of the longest line: heads may be wider than their columns. */
  private int width() {
    int heads =
        IntStream.range(0, properties.size())
            .map(i -> margin().length() + i * cellWidth + properties.get(i).shortName().length())
            .max()
            .orElse(0);
    return Math.max(heads, rowWidth());
  }

  private int rowWidth() {
    return margin().length() + cellWidth * properties.size() + (states ? STATES_WIDTH : 0);
  }

  private String margin() {
    return " ".repeat(nameWidth + 2 + (block ? MODEL_WIDTH : 0));
  }

  /** Short names over their columns; where these are narrow, on several lines by turns. */
  String head() {
    int lines = (HEAD_WIDTH + cellWidth - 1) / cellWidth;
    return IntStream.range(0, lines)
        .mapToObj(
            line -> {
              StringBuilder text = new StringBuilder(margin());
              for (int i = line; i < properties.size(); i += lines) {
                pad(text, margin().length() + i * cellWidth);
                text.append(properties.get(i).shortName());
              }
              if (states && line == lines - 1) {
                pad(text, rowWidth() - "states".length());
                text.append("states");
              }
              return text + "\n";
            })
        .collect(Collectors.joining());
  }

  private static void pad(StringBuilder text, int width) {
    text.append(" ".repeat(Math.max(0, width - text.length())));
  }

  /** One strategy under each memory model, side by side or one below the other. */
  String row(String name, List<StrategyVerdicts> models) {
    String padded = name + " ".repeat(nameWidth - name.length() + 2);
    if (!block) {
      return padded + cells(models) + states(models) + "\n";
    }
    StringBuilder lines = new StringBuilder();
    for (StrategyVerdicts s : models) {
      lines
          .append(lines.isEmpty() ? padded : " ".repeat(padded.length()))
          .append("%-5s".formatted(s.subject().memory()))
          .append(cells(List.of(s)))
          .append(states(List.of(s)))
          .append("\n");
    }
    return lines.toString();
  }

  private String cells(List<StrategyVerdicts> models) {
    return properties.stream()
        .map(p -> cell(models.stream().flatMap(s -> verdict(s, p).stream()).toList()))
        .collect(Collectors.joining());
  }

  private String cell(List<PropertyVerdict> verdicts) {
    if (wide()) {
      return verdicts.stream()
          .map(v -> Mark.cell(v, style, cellWidth))
          .findFirst()
          .orElse(" ".repeat(cellWidth));
    }
    String marks =
        verdicts.stream()
            .map(Mark::of)
            .map(m -> style.paint(m.narrow(style), m, 1))
            .collect(Collectors.joining());
    boolean unexpected = verdicts.stream().anyMatch(PropertyVerdict::unexpected);
    int used = verdicts.size() + (unexpected ? 1 : 0);
    return marks + (unexpected ? "!" : "") + " ".repeat(cellWidth - used);
  }

  /** Whether there is room for marks that are words. */
  private boolean wide() {
    return memories.size() == 1 && cellWidth == HEAD_WIDTH;
  }

  private static Optional<PropertyVerdict> verdict(StrategyVerdicts strategy, Property property) {
    return strategy.properties().stream().filter(v -> v.property() == property).findFirst();
  }

  /** Those of all models, for there is one column. */
  private String states(List<StrategyVerdicts> models) {
    if (!states) {
      return "";
    }
    boolean known = models.stream().allMatch(s -> s.explored().isPresent());
    long sum =
        models.stream().flatMap(s -> s.explored().stream()).mapToLong(c -> c.distinct()).sum();
    return "%9s".formatted(known ? number(sum) : "-");
  }

  /** As exact as there is room for. */
  private static String number(long count) {
    String exact = String.format(Locale.ROOT, "%,d", count);
    return exact.length() <= STATES_WIDTH
        ? exact
        : String.format(Locale.ROOT, "%,.1fM", count / 1e6);
  }

  /** What the marks mean, and the places in a cell. */
  List<String> key(CheckReport report) {
    List<String> marks =
        Mark.key(report.verdicts().toList(), m -> wide() ? m.text(style) : m.narrow(style));
    return memories.size() > 1 && !block
        ? Stream.concat(marks.stream(), Stream.of("cells: " + String.join(", ", memories))).toList()
        : new ArrayList<>(marks);
  }
}

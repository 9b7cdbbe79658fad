package quiesce.sweep;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import quiesce.property.Property;
import quiesce.report.Mark;
import quiesce.report.TextStyle;
import quiesce.text.Wrap;

/** A sweep for people: the answer first, then a table for each strategy. */
public final class SweepText {
  private static final String GAP = "  ";

  private final Sweep sweep;
  private final TextStyle style;
  private final StringBuilder text = new StringBuilder();

  private SweepText(Sweep sweep, TextStyle style) {
    this.sweep = sweep;
    this.style = style;
  }

  /** Lines, the last one with its end. */
  public static String render(Sweep sweep, TextStyle style) {
    return new SweepText(sweep, style).render();
  }

  private String render() {
    List<Answer> answers =
        sweep.byStrategy().entrySet().stream()
            .map(e -> new Answer(e.getKey(), e.getValue()))
            .toList();
    if (!sweep.shard().whole()) {
      line(
          "shard %d/%d: %d of %d points, and nothing of the others"
              .formatted(
                  sweep.shard().index(),
                  sweep.shard().of(),
                  sweep.results().size(),
                  sweep.points()));
    }
    answers.forEach(answer -> line(answer.line()));
    for (Answer answer : answers) {
      text.append('\n');
      if (answers.size() > 1) {
        line(answer.strategy());
      }
      block(answer);
    }
    text.append('\n');
    line(bounds());
    return text.toString();
  }

  private void line(String words) {
    text.append(style.wrap(words)).append('\n');
  }

  private void block(Answer answer) {
    answer.changes().forEach(this::line);
    answer.reasons().forEach(this::line);
    if (!answer.changes().isEmpty()) {
      text.append('\n');
    }
    table(answer.results());
    notes(answer).forEach(this::line);
  }

  private void table(List<Result> results) {
    List<List<String>> rows = new ArrayList<>();
    rows.add(numbers("memory", "compiler", "CPUs", "reg", "states"));
    results.forEach(r -> rows.add(numbers(r)));
    List<Integer> widths =
        IntStream.range(0, rows.get(0).size())
            .mapToObj(i -> rows.stream().mapToInt(row -> row.get(i).length()).max().orElse(0))
            .toList();
    row(rows.get(0), widths, "verdicts", Optional.empty());
    for (int i = 0; i < results.size(); i++) {
      row(rows.get(i + 1), widths, verdicts(results.get(i)), Optional.of(worst(results.get(i))));
    }
  }

  private List<String> numbers(Result r) {
    String states =
        r.states().isPresent() ? String.format(Locale.ROOT, "%,d", r.states().getAsLong()) : "-";
    return numbers(
        r.point().memory(),
        r.point().compiler() ? "on" : "off",
        r.point().cpus().toString(),
        r.point().registrations().toString(),
        states + note(r));
  }

  private List<String> numbers(
      String memory, String compiler, String cpus, String registrations, String states) {
    return sweep.grid().compilers().size() > 1
        ? List.of(memory, compiler, cpus, registrations, states)
        : List.of(memory, cpus, registrations, states);
  }

  /** Refers to what is said below the table of states that are not those of the numbers. */
  private static String note(Result r) {
    boolean any = r.point().cpus().any() || r.point().registrations().any();
    return r.states().isEmpty() || any == r.anyNumber() ? " " : any ? "+" : "*";
  }

  private void row(List<String> cells, List<Integer> widths, String verdicts, Optional<Mark> mark) {
    StringBuilder begin = new StringBuilder();
    for (int i = 0; i < cells.size(); i++) {
      String padding = " ".repeat(widths.get(i) - cells.get(i).length());
      boolean word = cells.size() - i > 3;
      begin.append(word ? cells.get(i) + padding : padding + cells.get(i)).append(GAP);
    }
    String indent = " ".repeat(begin.length());
    List<String> lines = Wrap.lines(verdicts, style.width() - begin.length(), "");
    for (int i = 0; i < lines.size(); i++) {
      String cell = lines.get(i);
      text.append(i == 0 ? begin : indent)
          .append(mark.map(m -> style.paint(cell, m, 0)).orElse(cell))
          .append('\n');
    }
  }

  private static Mark worst(Result r) {
    return Stream.of(Mark.VIOLATED, Mark.UNKNOWN, Mark.VACUOUS, Mark.HOLDS)
        .filter(r::has)
        .findFirst()
        .orElse(Mark.NOT_APPLICABLE);
  }

  private static String verdicts(Result r) {
    List<String> parts = new ArrayList<>();
    for (Mark mark : List.of(Mark.VIOLATED, Mark.UNKNOWN, Mark.VACUOUS)) {
      if (r.has(mark)) {
        parts.add(mark.meaning() + " " + names(r.with(mark)));
      }
    }
    if (parts.isEmpty()) {
      parts.add(r.has(Mark.HOLDS) ? Mark.HOLDS.meaning() : Mark.NOT_APPLICABLE.meaning());
    }
    r.having(Found::fewer)
        .collect(
            Collectors.groupingBy(
                Found::numbers, java.util.LinkedHashMap::new, Collectors.toList()))
        .forEach(
            (numbers, some) ->
                parts.add(
                    "for "
                        + numbers
                        + " alone: "
                        + names(some.stream().map(Found::property).toList())));
    return String.join("; ", parts);
  }

  private static String names(List<Property> properties) {
    return properties.stream().map(Property::shortName).collect(Collectors.joining(" "));
  }

  private List<String> notes(Answer answer) {
    List<String> notes = new ArrayList<>();
    if (answer.results().stream().anyMatch(r -> note(r).equals("*"))) {
      notes.add(
          "* states for any number, explored in place of so many: what holds for any holds for each");
    }
    if (answer.results().stream().anyMatch(r -> note(r).equals("+"))) {
      notes.add("+ states with given numbers, for what was not decided for any");
    }
    List<Property> never = answer.everywhere(Mark.NOT_APPLICABLE);
    if (!never.isEmpty()) {
      notes.add(
          "not applicable: "
              + never.stream().map(Property::title).collect(Collectors.joining(", ")));
    }
    if (!answer.conditions().isEmpty()) {
      notes.add("passes are for: " + String.join("; ", answer.conditions()));
    }
    Set<Property> named = EnumSet.noneOf(Property.class);
    answer.results().stream()
        .flatMap(
            r ->
                r.having(
                    f -> f.fewer() || f.mark() != Mark.HOLDS && f.mark() != Mark.NOT_APPLICABLE))
        .forEach(f -> named.add(f.property()));
    if (!named.isEmpty()) {
      notes.add(
          "what is applicable and not named holds; "
              + named.stream()
                  .map(p -> p.shortName() + " is " + p.title())
                  .collect(Collectors.joining(", ")));
    }
    return notes;
  }

  private String bounds() {
    return Stream.of(
            Stream.of("memory " + String.join(", ", sweep.grid().memories())),
            Stream.of("compiler off")
                .filter(off -> sweep.grid().compilers().equals(List.of(false))),
            sweep.remarks().stream(),
            Stream.of(sweep.engine()))
        .flatMap(words -> words)
        .collect(Collectors.joining(", "));
  }
}

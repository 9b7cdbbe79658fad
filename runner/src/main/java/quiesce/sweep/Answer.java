package quiesce.sweep;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import quiesce.property.Property;
import quiesce.report.Mark;

/** What a sweep says of one strategy, in words. */
record Answer(String strategy, List<Result> results) {
  Answer {
    results = List.copyOf(results);
  }

  /** One line: the gravest first. */
  String line() {
    Predicate<Result> violated = r -> r.has(Mark.VIOLATED);
    Predicate<Result> unknown = r -> !violated.test(r) && r.has(Mark.UNKNOWN);
    Predicate<Result> vacuous = r -> !violated.test(r) && !unknown.test(r) && r.has(Mark.VACUOUS);
    Predicate<Result> holds =
        r -> !violated.test(r) && !unknown.test(r) && !vacuous.test(r) && r.has(Mark.HOLDS);
    Predicate<Result> nothing =
        r -> Stream.of(violated, unknown, vacuous, holds).noneMatch(p -> p.test(r));
    StringJoiner counts = new StringJoiner(", ");
    at(counts, "violated", violated);
    at(counts, "unknown", unknown);
    at(counts, "vacuous", vacuous);
    at(counts, "holds", holds);
    at(counts, "no property is applicable", nothing);
    long fewer = results.stream().filter(Result::fewer).count();
    return strategy
        + ": "
        + counts
        + (fewer == 0 ? "" : "; in part for given numbers where any was asked for, at " + fewer);
  }

  /** The first of them says of how many. */
  private void at(StringJoiner counts, String what, Predicate<Result> which) {
    long count = results.stream().filter(which).count();
    if (count == 0) {
      return;
    }
    String all = results.size() == 1 ? "the one point" : "all " + count + " points";
    String some = count + (counts.length() == 0 ? " of " + results.size() + " points" : "");
    counts.add(what + " at " + (count == results.size() ? all : some));
  }

  /** Where in the ranges each verdict is that is no pass, with all that share the range. */
  List<String> changes() {
    return Stream.of(Mark.VIOLATED, Mark.VACUOUS, Mark.UNKNOWN)
        .flatMap(mark -> ranges(mark).stream())
        .toList();
  }

  private List<String> ranges(Mark mark) {
    Map<String, List<String>> byRange = new LinkedHashMap<>();
    properties()
        .forEach(
            p ->
                ranges(mark, p)
                    .forEach(
                        range ->
                            byRange.computeIfAbsent(range, r -> new ArrayList<>()).add(p.title())));
    List<String> lines = new ArrayList<>();
    byRange.forEach(
        (range, titles) ->
            lines.add(mark.meaning() + " " + range + ": " + String.join(", ", titles)));
    return lines;
  }

  private List<Property> properties() {
    return results.stream()
        .flatMap(r -> r.verdicts().stream())
        .map(Found::property)
        .distinct()
        .sorted()
        .toList();
  }

  /** Machines of one range share a line. */
  private List<String> ranges(Mark mark, Property property) {
    Map<String, List<Result>> byMachine =
        results.stream()
            .collect(
                Collectors.groupingBy(
                    r -> machine(r.point()), LinkedHashMap::new, Collectors.toList()));
    Map<String, List<String>> machines = new LinkedHashMap<>();
    byMachine.forEach(
        (machine, all) -> {
          List<Point> some =
              all.stream().filter(r -> r.with(mark).contains(property)).map(Result::point).toList();
          if (!some.isEmpty()) {
            machines
                .computeIfAbsent(
                    Range.words(all.stream().map(Result::point).toList(), some),
                    range -> new ArrayList<>())
                .add(machine);
          }
        });
    List<String> ranges = new ArrayList<>();
    machines.forEach(
        (range, names) ->
            ranges.add(range + " under " + machines(names, names.size() == byMachine.size())));
    return ranges;
  }

  private String machines(List<String> names, boolean all) {
    if (!all || names.size() == 1) {
      return String.join(", ", names);
    }
    return severalCompilers() ? "each model, compiler on and off" : "each model";
  }

  private String machine(Point point) {
    return point.memory()
        + (severalCompilers() ? " with the compiler " + (point.compiler() ? "on" : "off") : "");
  }

  private boolean severalCompilers() {
    return results.stream().map(r -> r.point().compiler()).distinct().count() > 1;
  }

  /** Why verdicts are unknown, each reason once. */
  List<String> reasons() {
    return results.stream()
        .flatMap(r -> r.having(f -> f.mark() == Mark.UNKNOWN))
        .map(f -> f.reason().lines().findFirst().orElse(""))
        .distinct()
        .map(reason -> "unknown: " + reason)
        .toList();
  }

  /** What passes are for beside the numbers. */
  List<String> conditions() {
    return results.stream()
        .flatMap(r -> r.verdicts().stream())
        .flatMap(f -> f.scope().stream())
        .flatMap(
            s ->
                Stream.of(s.allocations(), s.unregistering(), s.configuration())
                    .flatMap(condition -> condition.stream()))
        .distinct()
        .toList();
  }

  /** Those that are so wherever the strategy was checked. */
  List<Property> everywhere(Mark mark) {
    return properties().stream()
        .filter(p -> results.stream().allMatch(r -> r.with(mark).contains(p)))
        .toList();
  }
}

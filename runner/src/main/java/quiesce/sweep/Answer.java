package quiesce.sweep;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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
    String counts =
        Stream.of(
                at("violated", violated),
                at("unknown", unknown),
                at("vacuous", vacuous),
                at("holds", holds),
                at("no property is applicable", nothing))
            .filter(text -> !text.isEmpty())
            .collect(Collectors.joining(", "));
    long fewer = results.stream().filter(Result::fewer).count();
    return strategy
        + ": "
        + counts
        + (fewer == 0 ? "" : "; in part for given numbers where any was asked for, at " + fewer);
  }

  private String at(String what, Predicate<Result> which) {
    long count = results.stream().filter(which).count();
    if (count == 0) {
      return "";
    }
    String points = results.size() == 1 ? "point" : "points";
    return count < results.size()
        ? "%s at %d of %d %s".formatted(what, count, results.size(), points)
        : results.size() == 1 ? what + " at the one point" : what + " at all " + count + " points";
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
                    r -> r.point().machine(), LinkedHashMap::new, Collectors.toList()));
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
            ranges.add(
                range
                    + (names.size() == byMachine.size() && names.size() > 1
                        ? " under each model"
                        : " under " + String.join(", ", names))));
    return ranges;
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

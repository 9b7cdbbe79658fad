package quiesce.bench;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** What {@code quiesce check --format json} says. */
record Verdicts(List<Verdict> all) {
  private static final String HOLDS = "holds";
  private static final String UNKNOWN = "unknown";
  private static final String VIOLATED = "violated";
  private static final String NOT_APPLICABLE = "not-applicable";

  /**
   * One verdict.
   *
   * @param distinct states of the exploration that gave it; 0 if there was none
   */
  record Verdict(String strategy, String memory, String property, String verdict, long distinct) {}

  static Verdicts read(String json) {
    try {
      List<Verdict> all = new ArrayList<>();
      for (JsonNode result : new ObjectMapper().readTree(json).path("results")) {
        all.add(
            new Verdict(
                result.path("strategy").asText(),
                result.path("memory").asText(),
                result.path("property").asText(),
                result.path("verdict").asText(),
                result.path("states").path("distinct").asLong()));
      }
      return new Verdicts(all);
    } catch (JsonProcessingException e) {
      throw new BenchException("quiesce check --format json wrote no JSON", e);
    }
  }

  /** Whether there is a verdict on each. */
  boolean complete() {
    return all.stream().noneMatch(v -> v.verdict().equals(UNKNOWN));
  }

  /** How many strategies and memory models there are. */
  long checks() {
    return all.stream().map(v -> v.strategy() + " " + v.memory()).distinct().count();
  }

  /**
   * The distinct states of the first property, in order, that holds in both, or for which {@code
   * these} were given up before there was a verdict.
   */
  static Optional<long[]> distinctOfFirstInBoth(Verdicts these, Verdicts those) {
    for (Verdict one : these.all) {
      for (Verdict other : those.all) {
        if (one.property().equals(other.property())
            && (one.verdict().equals(HOLDS) || one.verdict().equals(UNKNOWN))
            && one.distinct() > 0
            && other.verdict().equals(HOLDS)) {
          return Optional.of(new long[] {one.distinct(), other.distinct()});
        }
      }
    }
    return Optional.empty();
  }

  /**
   * Two ways to get verdicts are only compared if they get the same.
   *
   * @throws BenchException if plain TLC comes to others
   */
  void requireSame(List<PlainRun> plain) {
    Map<String, String> expected = new TreeMap<>();
    for (PlainRun run : plain) {
      String of = run.specification() + " " + run.memory() + " ";
      run.violated().forEach(property -> expected.put(of + property, VIOLATED));
      run.holds().forEach(property -> expected.put(of + property, HOLDS));
    }
    Map<String, String> found = new TreeMap<>();
    for (Verdict v : all) {
      if (!v.verdict().equals(NOT_APPLICABLE)) {
        found.put(
            PlainRun.folded(v.strategy()) + " " + v.memory() + " " + v.property(), v.verdict());
      }
    }
    if (!expected.equals(found)) {
      Map<String, String> more = new TreeMap<>(found);
      more.entrySet().removeAll(expected.entrySet());
      Map<String, String> less = new TreeMap<>(expected);
      less.entrySet().removeAll(found.entrySet());
      throw new BenchException("the verdicts differ: quiesce has " + more + ", plain TLC " + less);
    }
  }
}

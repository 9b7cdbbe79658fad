package quiesce.module;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** The read-side sections in progress, as sets to be united, for each kind that is waited for. */
record SectionSets(Shape shape) {

  /** By the names of the definitions. */
  Map<String, List<String>> all() {
    Map<String, List<String>> all = new LinkedHashMap<>();
    if (shape.facts().waitsFor("")) {
      all.put("Sections", shape.threads().stream().flatMap(v -> ofRcu(v).stream()).toList());
    }
    shape.facts().getDomains().stream()
        .filter(shape.facts()::waitsFor)
        .forEach(domain -> all.put("Sections_" + domain, ofSrcu(domain)));
    return all;
  }

  private Optional<String> ofRcu(ThreadView v) {
    List<String> where = v.where(v.sections::inside);
    boolean handler = v.thread.context().isHandler() && !where.isEmpty();
    return set(
        v,
        handler
            ? List.of(v.me() + ".at # " + v.at(v.thread.entry()))
            : inside(v, where, v.earlySections()),
        i -> shape.section(v, i));
  }

  private List<String> ofSrcu(String domain) {
    List<String> all = new ArrayList<>();
    for (ThreadView v : shape.threads()) {
      v.sections
          .all(domain)
          .forEach(
              s ->
                  set(
                          v,
                          inside(v, v.where(n -> v.sections.inside(n, s)), v.earlySections(s)),
                          i -> shape.section(v, s, i))
                      .ifPresent(all::add));
    }
    return all;
  }

  private static List<String> inside(ThreadView v, List<String> where, List<String> early) {
    List<String> ways = new ArrayList<>();
    if (!where.isEmpty()) {
      ways.add(Layout.among(v.me() + ".at", where));
    }
    early.forEach(f -> ways.add(v.me() + "." + f));
    return ways;
  }

  /**
   * @param ways in which a thread may be inside; any of these
   * @param id what the section of an instance is called
   */
  private static Optional<String> set(ThreadView v, List<String> ways, UnaryOperator<String> id) {
    if (ways.isEmpty()) {
      return Optional.empty();
    }
    String inside = String.join(" \\/ ", ways);
    if (!v.indexed()) {
      return Optional.of("(IF " + inside + " THEN {" + id.apply("") + "} ELSE {})");
    }
    String instances = "{" + v.index + " \\in " + v.indexSet + " : " + inside + "}";
    if (id.apply(v.index).equals(v.index)) {
      return Optional.of(instances);
    }
    String other = v.index.equals("c") ? "d" : "q";
    return Optional.of("{" + id.apply(other) + " : " + other + " \\in " + instances + "}");
  }
}

package quiesce.report;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import quiesce.engine.tlc.Counts;
import quiesce.explanation.Counterexample;
import quiesce.explanation.Event;
import quiesce.explanation.Explainer;
import quiesce.module.Count;
import quiesce.output.JsonText;
import quiesce.verdict.Expectation;
import quiesce.verdict.PropertyVerdict;
import quiesce.verdict.Scope;
import quiesce.verdict.StrategyVerdicts;
import quiesce.verdict.UntakenStep;
import quiesce.verdict.Verdict;

/** The report for programs. */
public final class JsonReport {
  private static final int SCHEMA = 1;
  private static final double MILLIS_PER_SECOND = 1000.0;
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  private JsonReport() {}

  /** One document, without a line end after it. */
  public static String render(CheckReport report) {
    return JsonText.of(document(report));
  }

  /** The same of both sides of a diff: the results are those after it. */
  public static String render(CheckReport before, CheckReport after) {
    ObjectNode document = document(after);
    document.set("before", results(before));
    ArrayNode changes = document.putArray("changes");
    for (Move move : Move.between(before, after)) {
      changes
          .addObject()
          .put("strategy", move.strategy())
          .put("memory", move.memory())
          .put("property", move.property().title())
          .put("before", word(move.before()))
          .put("after", word(move.after()));
    }
    return JsonText.of(document);
  }

  private static String word(Mark mark) {
    return mark.meaning().replace(' ', '-');
  }

  private static ObjectNode document(CheckReport report) {
    ObjectNode document = NODES.objectNode().put("schema", SCHEMA);
    document
        .putObject("tool")
        .put("name", "quiesce")
        .put("version", Version.current())
        .put("engine", report.engine());
    document.set("results", results(report));
    return document;
  }

  private static ArrayNode results(CheckReport report) {
    ArrayNode results = NODES.arrayNode();
    for (StrategyVerdicts strategy : report.strategies()) {
      strategy.properties().forEach(v -> results.add(result(report, strategy, v)));
    }
    return results;
  }

  private static ObjectNode result(
      CheckReport report, StrategyVerdicts strategy, PropertyVerdict v) {
    ObjectNode node =
        NODES
            .objectNode()
            .put("strategy", strategy.subject().name())
            .put("memory", strategy.subject().memory());
    Scope scope = scope(strategy, v);
    put(node, "cpus", scope.cpus());
    put(node, "registrations", scope.registrations());
    scope.allocations().ifPresent(by -> node.put("allocations", by));
    scope.unregistering().ifPresent(by -> node.put("unregistering", by));
    scope.configuration().ifPresent(options -> node.put("configuration", options));
    scope.notLifted().ifPresent(why -> node.put("notLifted", why));
    node.put("property", v.property().title())
        .put("verdict", v.verdict().title())
        .put("expected", v.expected().map(Expectation::title).orElse(null));
    node.set("states", states(v.counts()));
    node.put("seconds", v.elapsed().toMillis() / MILLIS_PER_SECOND);
    node.putNull("trace");
    if (v.verdict() instanceof Verdict.Violated violated) {
      Counterexample counterexample =
          Explainer.explain(violated.specification(), v.property(), violated.trace());
      node.set("trace", trace(counterexample.events()));
      counterexample.backTo().ifPresent(index -> node.put("loop", index));
    } else if (v.verdict() instanceof Verdict.Holds holds && holds.vacuous()) {
      node.set("vacuous", vacuous(holds.neverTaken()));
    } else if (v.verdict() instanceof Verdict.NotApplicable n) {
      node.put("reason", n.reason());
    } else if (v.verdict() instanceof Verdict.Unknown u) {
      node.put("reason", u.message());
    }
    return node;
  }

  /** What a pass is for, and what a violation was found with; else what was asked for. */
  private static Scope scope(StrategyVerdicts strategy, PropertyVerdict v) {
    if (v.verdict() instanceof Verdict.Holds h) {
      return h.scope();
    }
    return v.verdict() instanceof Verdict.Violated violated
        ? Scope.of(violated.specification())
        : Scope.of(strategy.subject().program(), strategy.subject().options());
  }

  /** A number, or "any". */
  private static void put(ObjectNode node, String field, Count count) {
    if (count.any()) {
      node.put(field, count.toString());
    } else {
      node.put(field, count.number());
    }
  }

  private static ObjectNode states(Counts counts) {
    ObjectNode node = NODES.objectNode();
    counts.generated().ifPresent(number -> node.put("generated", number));
    return node.put("distinct", counts.distinct()).put("depth", counts.depth());
  }

  static ArrayNode trace(List<Event> events) {
    ArrayNode array = NODES.arrayNode();
    for (Event e : events) {
      array
          .addObject()
          .put("cpu", e.cpu())
          .put("context", e.context())
          .put("function", e.function())
          .put("line", e.line())
          .put("source", e.source())
          .put("note", e.note());
    }
    return array;
  }

  private static ArrayNode vacuous(List<UntakenStep> steps) {
    ArrayNode array = NODES.arrayNode();
    for (UntakenStep s : steps) {
      array
          .addObject()
          .put("function", s.function())
          .put("line", s.line())
          .put("source", s.source());
    }
    return array;
  }
}

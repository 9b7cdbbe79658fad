package quiesce.sweep;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import quiesce.module.Count;
import quiesce.output.JsonText;
import quiesce.report.Version;
import quiesce.verdict.Scope;

/** A sweep for programs. */
public final class SweepJson {
  private static final int SCHEMA = 1;

  private SweepJson() {}

  /** One document, without a line end after it. */
  public static String render(Sweep sweep) {
    ObjectNode document = JsonNodeFactory.instance.objectNode().put("schema", SCHEMA);
    document
        .putObject("tool")
        .put("name", "quiesce")
        .put("version", Version.current())
        .put("engine", sweep.engine());
    document
        .putObject("shard")
        .put("index", sweep.shard().index())
        .put("of", sweep.shard().of())
        .put("allPoints", sweep.points());
    ArrayNode points = document.putArray("points");
    sweep.results().forEach(r -> point(points.addObject(), r));
    return JsonText.of(document);
  }

  private static void point(ObjectNode node, Result r) {
    node.put("strategy", r.point().strategy())
        .put("memory", r.point().memory())
        .put("compiler", r.point().compiler());
    put(node, "cpus", r.point().cpus());
    put(node, "registrations", r.point().registrations());
    if (r.states().isPresent()) {
      node.putObject("states")
          .put("distinct", r.states().getAsLong())
          .put("for", r.anyNumber() ? "any number" : "given numbers");
    } else {
      node.putNull("states");
    }
    ArrayNode verdicts = node.putArray("verdicts");
    for (Found f : r.verdicts()) {
      ObjectNode verdict =
          verdicts.addObject().put("property", f.property().title()).put("verdict", f.word());
      f.scope().map(Scope::text).ifPresent(scope -> verdict.put("for", scope));
      if (!f.reason().isEmpty()) {
        verdict.put("reason", f.reason());
      }
    }
  }

  /** A number, or "any". */
  private static void put(ObjectNode node, String field, Count count) {
    if (count.any()) {
      node.put(field, count.toString());
    } else {
      node.put(field, count.number());
    }
  }
}

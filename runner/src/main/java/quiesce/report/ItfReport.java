package quiesce.report;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashSet;
import java.util.OptionalInt;
import java.util.Set;
import quiesce.engine.tlc.State;
import quiesce.engine.tlc.Trace;
import quiesce.output.JsonText;
import quiesce.text.Visible;

/**
 * A counterexample in the Informal Trace Format of Apalache and Quint (ADR-015 of Apalache): the
 * states of the generated specification, for tools that read those.
 */
public final class ItfReport {
  private static final String FORMAT = "https://apalache-mc.org/docs/adr/015adr-trace.html";
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  private ItfReport() {}

  /** One document, without a line end after it. */
  public static String render(Violation violation) {
    Trace trace = violation.trace();
    ObjectNode document = NODES.objectNode();
    document.set("#meta", meta(violation));
    Set<String> variables = new LinkedHashSet<>();
    trace.states().forEach(s -> variables.addAll(s.variables().keySet()));
    ArrayNode vars = document.putArray("vars");
    variables.forEach(vars::add);
    ArrayNode states = document.putArray("states");
    trace.states().forEach(s -> states.add(state(s)));
    loop(trace).ifPresent(index -> document.put("loop", index));
    return JsonText.of(document);
  }

  private static ObjectNode meta(Violation violation) {
    return NODES
        .objectNode()
        .put("format", "ITF")
        .put("format-description", FORMAT)
        .put("source", violation.verdict().specification().name() + ".tla")
        .put(
            "description",
            Visible.of(
                "%s: %s is violated: %s"
                    .formatted(
                        Sentences.name(violation.strategy()),
                        violation.property().title(),
                        violation.counterexample().outcome())));
  }

  private static JsonNode state(State state) {
    ObjectNode node = NODES.objectNode();
    ObjectNode meta = node.putObject("#meta").put("index", state.number() - 1);
    state.action().ifPresent(action -> meta.put("action", action));
    state.variables().forEach((name, value) -> node.set(name, ItfValue.of(value)));
    return node;
  }

  /** Where the behaviour continues after its last state; one that stutters repeats that state. */
  static OptionalInt loop(Trace trace) {
    return trace.stuttering()
        ? OptionalInt.of(trace.states().size() - 1)
        : trace.backTo().isPresent()
            ? OptionalInt.of(trace.backTo().getAsInt() - 1)
            : OptionalInt.empty();
  }
}

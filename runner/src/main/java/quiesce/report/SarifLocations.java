package quiesce.report;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import quiesce.explanation.Counterexample;
import quiesce.explanation.Event;
import quiesce.source.SourceFile;
import quiesce.text.Visible;
import quiesce.verdict.StrategyVerdicts;
import quiesce.verdict.UntakenStep;
import quiesce.verdict.Verdict;

/** The lines of a strategy that a result of SARIF points at. */
final class SarifLocations {
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  private final SourceFile file;
  private final String uri;

  SarifLocations(StrategyVerdicts strategy) {
    this.file = Sources.file(strategy);
    this.uri = uri(Sources.path(strategy));
  }

  /** Text in which nothing is a placeholder or a link: sections 3.11.5 and 3.11.6. */
  static ObjectNode message(String text) {
    return NODES
        .objectNode()
        .put("text", Visible.of(text).replace("{", "{{").replace("}", "}}").replace("](", "\\]("));
  }

  /** A line of the strategy; all of the file for line 0. */
  ObjectNode line(int number) {
    ObjectNode location = NODES.objectNode();
    ObjectNode physical = location.putObject("physicalLocation");
    physical.putObject("artifactLocation").put("uri", uri);
    if (number > 0) {
      physical
          .putObject("region")
          .put("startLine", number)
          .putObject("snippet")
          .put("text", Visible.of(file.line(number)));
    }
    return location;
  }

  /** Where it goes wrong, and the way there: a flow for each CPU, in one order of time. */
  void addTo(ObjectNode result, Counterexample example) {
    List<Event> events = example.events();
    int last = events.stream().mapToInt(Event::line).filter(l -> l > 0).reduce(0, (a, b) -> b);
    result.putArray("locations").add(line(last));
    SortedMap<Integer, ArrayNode> flows = new TreeMap<>();
    for (int i = 0; i < events.size(); i++) {
      Event event = events.get(i);
      ObjectNode step =
          flows
              .computeIfAbsent(event.cpu(), cpu -> NODES.arrayNode())
              .addObject()
              .put("executionOrder", i + 1);
      ObjectNode location = line(event.line());
      location.set(
          "message",
          message(
              "%d of %d: CPU %d, %s, %s%s"
                  .formatted(
                      i + 1,
                      events.size(),
                      event.cpu(),
                      event.context(),
                      event.function() + (event.line() > 0 ? "()" : ""),
                      event.note().isEmpty() ? "" : ": " + event.note())));
      step.set("location", location);
    }
    if (flows.isEmpty()) {
      return;
    }
    ArrayNode threads = result.putArray("codeFlows").addObject().putArray("threadFlows");
    flows.forEach(
        (cpu, steps) -> threads.addObject().put("id", "CPU " + cpu).set("locations", steps));
  }

  /** The steps that are never taken; else the line that expects something else. */
  void addTo(ObjectNode result, Verdict verdict, int declared) {
    ArrayNode locations = result.putArray("locations");
    List<UntakenStep> never =
        verdict instanceof Verdict.Holds holds ? holds.neverTaken() : List.of();
    if (never.isEmpty()) {
      locations.add(line(declared));
      return;
    }
    locations.add(line(never.get(0).line()));
    ArrayNode related = result.putArray("relatedLocations");
    for (UntakenStep step : never) {
      ObjectNode location = line(step.line());
      location.set("message", message("never taken: " + step.text()));
      related.add(location);
    }
  }

  private static String uri(Path shown) {
    try {
      return shown.isAbsolute()
          ? new URI("file", "", shown.toString(), null).toASCIIString()
          // A colon would make what is before it a scheme.
          : new URI(null, null, "/" + shown, null).toASCIIString().substring(1).replace(":", "%3A");
    } catch (URISyntaxException e) {
      throw new IllegalStateException("a path becomes a URI by quoting", e);
    }
  }
}

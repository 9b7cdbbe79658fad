package quiesce.report;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import org.apache.commons.lang3.StringUtils;
import quiesce.output.JsonText;
import quiesce.property.Property;
import quiesce.verdict.PropertyVerdict;
import quiesce.verdict.StrategyVerdicts;
import quiesce.verdict.Verdict;

/**
 * The report for tools that show results at lines of code: SARIF 2.1.0, the static analysis results
 * interchange format of OASIS. A rule is a property; a result is a verdict that is not as expected,
 * or a violation that is, which the declaration in the file suppresses.
 */
public final class SarifReport {
  private static final String VERSION = "2.1.0";
  private static final String SCHEMA =
      "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  private final CheckReport report;
  private final List<Property> rules;

  private SarifReport(CheckReport report) {
    this.report = report;
    this.rules = report.properties();
  }

  /** One document, without a line end after it. */
  public static String render(CheckReport report) {
    return JsonText.of(new SarifReport(report).document());
  }

  private ObjectNode document() {
    ObjectNode document = NODES.objectNode().put("$schema", SCHEMA).put("version", VERSION);
    ObjectNode run = document.putArray("runs").addObject();
    ObjectNode driver = run.putObject("tool").putObject("driver");
    driver
        .put("name", "quiesce")
        .put("version", Version.current())
        .put("semanticVersion", Version.current());
    ArrayNode descriptors = driver.putArray("rules");
    rules.forEach(p -> descriptors.add(rule(p)));
    run.putArray("invocations").add(invocation());
    ArrayNode results = run.putArray("results");
    for (StrategyVerdicts strategy : report.strategies()) {
      strategy.properties().stream()
          .filter(v -> v.unexpected() || v.verdict() instanceof Verdict.Violated)
          .forEach(v -> results.add(result(strategy, v)));
    }
    ObjectNode properties = run.putObject("properties").put("bounds", report.bounds());
    List<String> notLifted = report.notLifted();
    if (!notLifted.isEmpty()) {
      ArrayNode lines = properties.putArray("notLifted");
      notLifted.forEach(lines::add);
    }
    return document;
  }

  private static ObjectNode rule(Property property) {
    String meaning = StringUtils.capitalize(property.meaning()) + ".";
    ObjectNode rule = NODES.objectNode().put("id", property.title()).put("name", property.title());
    rule.putObject("shortDescription").put("text", meaning);
    rule.putObject("fullDescription").put("text", meaning);
    rule.putObject("help")
        .put(
            "text",
            "quiesce explain STRATEGY --property "
                + property.title()
                + " shows who does what on which CPU.");
    return rule;
  }

  /** What TLC came to no verdict on makes the run a failed one. */
  private ObjectNode invocation() {
    ObjectNode invocation = NODES.objectNode();
    invocation.put(
        "executionSuccessful", report.strategies().stream().noneMatch(StrategyVerdicts::unknown));
    ArrayNode notifications = invocation.putArray("toolExecutionNotifications");
    for (StrategyVerdicts strategy : report.strategies()) {
      strategy.properties().stream()
          .filter(PropertyVerdict::unknown)
          .forEach(v -> notifications.add(notification(strategy, v)));
    }
    return invocation;
  }

  private ObjectNode notification(StrategyVerdicts strategy, PropertyVerdict v) {
    ObjectNode notification = NODES.objectNode().put("level", "error");
    notification.set("message", SarifLocations.message(sentence(strategy, v)));
    notification
        .putObject("associatedRule")
        .put("id", v.property().title())
        .put("index", rules.indexOf(v.property()));
    notification.putArray("locations").add(new SarifLocations(strategy).line(0));
    return notification;
  }

  private ObjectNode result(StrategyVerdicts strategy, PropertyVerdict v) {
    SarifLocations locations = new SarifLocations(strategy);
    Optional<Violation> violation = Violation.of(strategy, v);
    ObjectNode result =
        NODES
            .objectNode()
            .put("ruleId", v.property().title())
            .put("ruleIndex", rules.indexOf(v.property()))
            .put("kind", "fail")
            .put("level", v.unexpected() ? "error" : "note");
    String outcome = violation.map(x -> ": " + x.counterexample().outcome()).orElse("");
    result.set(
        "message",
        SarifLocations.message(
            sentence(strategy, v)
                + outcome
                + " ("
                + report.boundsOf(strategy, v.property())
                + ")."));
    int declared = Sources.expectation(strategy, v.property()).orElse(0);
    violation.ifPresentOrElse(
        x -> locations.addTo(result, x.counterexample()),
        () -> locations.addTo(result, v.verdict(), declared));
    if (!v.unexpected()) {
      ObjectNode suppression = result.putArray("suppressions").addObject();
      suppression
          .put("kind", "inSource")
          .put("justification", "The strategy's front matter expects this violation.")
          .set("location", locations.line(declared));
    }
    result
        .putObject("partialFingerprints")
        .put(
            "quiesceVerdict/v1",
            String.join(
                "/",
                strategy.subject().name(),
                strategy.subject().memory(),
                v.property().title(),
                v.verdict().title()));
    return result;
  }

  private static String sentence(StrategyVerdicts strategy, PropertyVerdict v) {
    return Sentences.name(strategy) + ": " + Sentences.unexpected(v);
  }
}

package quiesce.observation;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import quiesce.output.JsonText;
import quiesce.source.Diagnostic;
import quiesce.steps.Litmus;
import quiesce.template.Templates;

/**
 * What many litmus tests observe.
 *
 * @param expected what they should, if somebody says
 */
public record LitmusReport(List<Answer> answers, Optional<Expected> expected) {
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  public LitmusReport {
    answers = List.copyOf(answers);
  }

  /** How an answer compares with what is expected. */
  public enum Match {
    AGREES,
    DIFFERS,
    /** No answer, so that nothing can agree. */
    OPEN,
    /** Nobody says what to expect. */
    FREE
  }

  public Match match(Answer a) {
    Optional<Observation> wanted = expected.flatMap(e -> e.of(a.file()));
    if (wanted.isEmpty()) {
      return Match.FREE;
    }
    if (a instanceof Answer.Observed o) {
      return o.observation() == wanted.get() ? Match.AGREES : Match.DIFFERS;
    }
    return Match.OPEN;
  }

  public long count(Match match) {
    return answers.stream().filter(a -> match(a) == match).count();
  }

  public boolean unknown() {
    return answers.stream().anyMatch(Answer.Unknown.class::isInstance);
  }

  public boolean unsupported() {
    return answers.stream().anyMatch(Answer.Unsupported.class::isInstance);
  }

  // ---- for people

  /** A paragraph for each test in the shape of herd7's, then a summary. */
  public String text(Templates templates) {
    return templates.render("report/litmus.ftl", Map.of("report", this));
  }

  public String memory(Answer a) {
    return a.memory();
  }

  public String name(Answer a) {
    if (a instanceof Answer.Observed o) {
      return o.test().name();
    }
    return a instanceof Answer.Unknown u ? u.test().name() : a.file();
  }

  /** What herd7 calls a test with this quantifier. */
  public String kind(Answer.Observed o) {
    return switch (o.test().quantifier()) {
      case EXISTS -> "Allowed";
      case NOT_EXISTS -> "Forbidden";
      case FORALL -> "Required";
    };
  }

  public String condition(Answer.Observed o) {
    return ConditionText.of(o.test());
  }

  /** A final state, for example {@code 0:r0=1; x=2;}. */
  public String line(Answer.Observed o, FinalState state) {
    List<Litmus.Observed> observed = o.test().observed();
    return IntStream.range(0, observed.size())
        .mapToObj(i -> observed.get(i).label() + "=" + state.values().get(i) + ";")
        .reduce((a, b) -> a + " " + b)
        .orElse("");
  }

  public String rendered(Diagnostic d) {
    return d.render();
  }

  public String wanted(Answer a) {
    return expected.flatMap(e -> e.of(a.file())).map(Observation::title).orElse("");
  }

  /** The answers that somebody should look at. */
  public List<String> notable() {
    return answers.stream()
        .filter(a -> match(a) == Match.DIFFERS || match(a) == Match.OPEN)
        .map(
            a ->
                "%s (%s): %s, expected %s"
                    .formatted(
                        a.file(),
                        a.memory(),
                        a instanceof Answer.Observed o
                            ? o.observation().title()
                            : a instanceof Answer.Unsupported ? "unsupported" : "unknown",
                        wanted(a)))
        .toList();
  }

  public String summary() {
    long observed = answers.stream().filter(Answer.Observed.class::isInstance).count();
    long unsupported = answers.stream().filter(Answer.Unsupported.class::isInstance).count();
    String all =
        "%d observed, %d unsupported, %d unknown"
            .formatted(observed, unsupported, answers.size() - observed - unsupported);
    return expected.isEmpty()
        ? all
        : all
            + "; %d as expected, %d not, %d open"
                .formatted(count(Match.AGREES), count(Match.DIFFERS), count(Match.OPEN));
  }

  // ---- for programs

  /** One document, without a line end after it. */
  public String json() {
    ObjectNode document = NODES.objectNode().put("schema", 1);
    ArrayNode results = document.putArray("results");
    answers.forEach(a -> results.add(json(a)));
    return JsonText.of(document);
  }

  private ObjectNode json(Answer a) {
    ObjectNode node =
        NODES.objectNode().put("file", a.file()).put("test", name(a)).put("memory", a.memory());
    if (a instanceof Answer.Observed o) {
      node.put("observation", o.observation().title())
          .put("ok", o.ok())
          .put("condition", condition(o))
          .put("positive", o.positive())
          .put("negative", o.negative());
      ArrayNode states = node.putArray("states");
      for (FinalState s : o.states()) {
        ObjectNode values = states.addObject();
        for (int i = 0; i < s.values().size(); i++) {
          values.put(o.test().observed().get(i).label(), s.values().get(i));
        }
      }
      ArrayNode racy = node.putArray("races");
      o.racy().forEach(racy::add);
      node.putObject("explored")
          .put("generated", o.counts().generated().orElseThrow())
          .put("distinct", o.counts().distinct());
    } else if (a instanceof Answer.Unsupported u) {
      ArrayNode reasons = node.put("observation", "Unsupported").putArray("reasons");
      for (Diagnostic d : u.reasons()) {
        reasons
            .addObject()
            .put("line", d.place().line())
            .put("column", d.place().column())
            .put("message", d.message())
            .put("help", d.help());
      }
    } else if (a instanceof Answer.Unknown u) {
      node.put("observation", "Unknown").put("reason", u.message());
    }
    expected.flatMap(e -> e.of(a.file())).ifPresent(o -> node.put("expected", o.title()));
    return node;
  }
}

package quiesce.report;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Locale;
import quiesce.output.JsonText;
import quiesce.verdict.Scope;
import quiesce.verdict.UntakenStep;
import quiesce.why.Answer;
import quiesce.why.Finding;
import quiesce.why.Outcome;

/** Why each line of a strategy is there, for programs. */
public final class WhyJson {
  private static final int SCHEMA = 1;

  private WhyJson() {}

  /** One document, without a line end after it. */
  public static String render(List<Answer> answers) {
    ObjectNode document = JsonNodeFactory.instance.objectNode().put("schema", SCHEMA);
    document.putObject("tool").put("name", "quiesce").put("version", Version.current());
    ArrayNode strategies = document.putArray("strategies");
    answers.forEach(answer -> strategy(strategies.addObject(), answer));
    return JsonText.of(document);
  }

  private static void strategy(ObjectNode node, Answer answer) {
    node.put("strategy", answer.original().get(0).subject().name());
    ArrayNode models = node.putArray("memory");
    answer.original().forEach(s -> models.add(s.subject().memory()));
    ArrayNode lines = node.putArray("lines");
    answer.findings().forEach(f -> line(lines.addObject(), f));
  }

  private static void line(ObjectNode node, Finding f) {
    node.put("function", f.line().function())
        .put("line", f.line().place().line())
        .put("column", f.line().place().column())
        .put("kind", word(f.line().kind()))
        .put("text", f.line().what())
        .put("result", word(f.result()));
    ArrayNode tried = node.putArray("tried");
    for (Finding.Tried t : f.tried()) {
      ObjectNode each = tried.addObject().put("instead", t.way().instead());
      outcome(each, t.outcome());
    }
  }

  private static void outcome(ObjectNode node, Outcome outcome) {
    if (outcome instanceof Outcome.Falls falls) {
      node.put("outcome", "violated")
          .put("memory", falls.memory())
          .put("property", falls.violated().property().title());
      Violation.of(falls.strategy(), falls.violated())
          .ifPresent(v -> node.set("trace", JsonReport.trace(v.counterexample().events())));
    } else if (outcome instanceof Outcome.NotReached n) {
      ArrayNode never = node.put("outcome", "not-reached").putArray("never");
      n.never().stream().map(UntakenStep::text).forEach(never::add);
    } else if (outcome instanceof Outcome.Holds h) {
      node.put("outcome", "holds").put("for", h.weakest().map(Scope::text).orElse(null));
    } else if (outcome instanceof Outcome.Refused r) {
      node.put("outcome", "refused").put("reason", r.why());
    } else if (outcome instanceof Outcome.Unknown u) {
      node.put("outcome", "unknown").put("reason", u.why());
    }
  }

  private static String word(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}

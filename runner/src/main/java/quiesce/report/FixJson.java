package quiesce.report;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import quiesce.cost.ReaderCost;
import quiesce.edits.Repair;
import quiesce.fix.Fix;
import quiesce.fix.Fixes;
import quiesce.output.JsonText;
import quiesce.verdict.Scope;

/** What repairs strategies, for programs. */
public final class FixJson {
  private static final int SCHEMA = 1;

  private FixJson() {}

  /** One document, without a line end after it. */
  public static String render(List<Fixes> all) {
    ObjectNode document = JsonNodeFactory.instance.objectNode().put("schema", SCHEMA);
    document.putObject("tool").put("name", "quiesce").put("version", Version.current());
    ArrayNode strategies = document.putArray("strategies");
    all.forEach(fixes -> strategy(strategies.addObject(), fixes));
    return JsonText.of(document);
  }

  private static void strategy(ObjectNode node, Fixes fixes) {
    node.put("strategy", fixes.original().get(0).subject().name());
    ArrayNode models = node.putArray("memory");
    fixes.original().forEach(s -> models.add(s.subject().memory()));
    node.put("summary", FixPage.summary(fixes))
        .put("repairs", fixes.repairs())
        .put("checked", fixes.checked())
        .put("largest", fixes.largest());
    fixes.open().ifPresent(why -> node.put("unknown", why));
    ArrayNode each = node.putArray("fixes");
    fixes.fixes().forEach(fix -> fix(each.addObject(), fixes, fix));
  }

  private static void fix(ObjectNode node, Fixes fixes, Fix fix) {
    ArrayNode changes = node.putArray("changes");
    for (Repair r : fix.repairs()) {
      changes.addObject().put("function", r.function()).put("text", r.what());
    }
    node.put("for", fix.weakest().map(Scope::text).orElse(null));
    ArrayNode readers = node.putArray("readers");
    for (ReaderCost r : fix.cost().readers()) {
      readers
          .addObject()
          .put("reader", r.reader())
          .put("nothingRegistered", r.nothingRegistered().toString())
          .put("registered", r.registered().toString());
    }
    fix.cost().update().unregister().ifPresent(u -> node.put("unregister", u.toString()));
    node.put("diff", FixPage.diff(fixes, fix));
  }
}

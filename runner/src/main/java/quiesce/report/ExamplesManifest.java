package quiesce.report;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.StreamSupport;
import quiesce.engine.tlc.Outcome;
import quiesce.engine.tlc.TlcResult;
import quiesce.output.JsonText;
import quiesce.property.Property;

/**
 * The {@code manifest.json} that a specification has in the repository tlaplus/Examples: its
 * modules, their configurations, and what TLC is to find with each.
 */
public final class ExamplesManifest {
  /** Its name. */
  public static final String FILE = "manifest.json";

  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
  private static final List<String> BY_HAND = List.of("sources", "authors", "tags");
  private static final String MODULES = "modules";
  private static final String PATH = "path";
  private static final int MINUTE = 60;
  private static final int HOUR = 60 * MINUTE;

  private ExamplesManifest() {}

  /**
   * A module.
   *
   * @param folder that its files are in, from the root of that repository
   * @param results what TLC found with each configuration, by the name of its file
   */
  public record Module(String folder, String file, Map<String, TlcResult> results) {
    String path() {
      return folder + "/" + file;
    }
  }

  /** Whether the JSON can be a manifest, so that what people wrote there can be kept. */
  public static boolean isOne(JsonNode json) {
    return json.isObject()
        && BY_HAND.stream().allMatch(field -> json.path(field).isArray())
        && json.path(MODULES).isArray();
  }

  /**
   * One document, with the end of its last line.
   *
   * @param before the manifest that is there: other modules in it, and what people write by hand,
   *     stay
   */
  public static String render(List<Module> modules, Optional<JsonNode> before) {
    ObjectNode manifest = NODES.objectNode();
    for (String field : BY_HAND) {
      ArrayNode entries = manifest.putArray(field);
      before.ifPresent(known -> known.get(field).forEach(entries::add));
    }
    List<JsonNode> all = new ArrayList<>(modules.stream().map(ExamplesManifest::module).toList());
    List<String> paths = modules.stream().map(Module::path).toList();
    before.ifPresent(
        known ->
            StreamSupport.stream(known.get(MODULES).spliterator(), false)
                .filter(module -> !paths.contains(module.path(PATH).asText()))
                .forEach(all::add));
    all.sort(Comparator.comparing(module -> module.path(PATH).asText()));
    manifest.putArray(MODULES).addAll(all);
    return JsonText.of(manifest) + "\n";
  }

  /** One line for each configuration without a result. */
  public static List<String> unknown(List<Module> modules) {
    List<String> lines = new ArrayList<>();
    for (Module module : modules) {
      module
          .results()
          .forEach(
              (file, result) -> {
                if (result.outcome() instanceof Outcome.Failed failed) {
                  lines.add(
                      "%s/%s: no result: %s"
                          .formatted(module.folder(), file, Sentences.firstLine(failed.message())));
                }
              });
    }
    return lines;
  }

  private static ObjectNode module(Module module) {
    ObjectNode node = NODES.objectNode().put(PATH, module.path());
    node.putArray("features");
    ArrayNode models = node.putArray("models");
    module
        .results()
        .forEach((file, result) -> models.add(model(module.folder() + "/" + file, result)));
    return node;
  }

  private static ObjectNode model(String path, TlcResult result) {
    boolean known = !(result.outcome() instanceof Outcome.Failed);
    ObjectNode model =
        NODES
            .objectNode()
            .put(PATH, path)
            .put("runtime", known ? atMost(result.elapsed()) : "unknown")
            .put("mode", "exhaustive search")
            .put("result", result(result.outcome()));
    if (result.passed()) {
      model.put("distinctStates", result.counts().distinct());
      result.counts().generated().ifPresent(number -> model.put("totalStates", number));
      model.put("stateDepth", result.counts().depth());
    }
    // With several, the number of generated states is not the same each time.
    return model.put("workers", 1);
  }

  private static String result(Outcome outcome) {
    if (outcome instanceof Outcome.Passed) {
      return "success";
    } else if (outcome instanceof Outcome.DeadlockReached) {
      return "deadlock failure";
    } else if (outcome instanceof Outcome.PropertyViolated) {
      return "liveness failure";
    } else if (outcome instanceof Outcome.InvariantViolated v) {
      boolean safety = Property.named(v.invariant()).isPresent();
      return safety ? "safety failure" : "unknown";
    }
    return "unknown";
  }

  /** In full tens of seconds, or minutes: no measurement, but how long somebody has to wait. */
  private static String atMost(Duration elapsed) {
    long unit = elapsed.toSeconds() < MINUTE ? 10 : MINUTE;
    long seconds = (elapsed.toMillis() / 1000 / unit + 1) * unit;
    return String.format(
        Locale.ROOT, "%02d:%02d:%02d", seconds / HOUR, seconds % HOUR / MINUTE, seconds % MINUTE);
  }
}

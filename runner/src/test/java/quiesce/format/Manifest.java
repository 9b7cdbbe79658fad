package quiesce.format;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Reads a manifest as the schema and the scripts of tlaplus/Examples do: known fields only, and
 * numbers of states only where TLC explored all of them.
 */
public final class Manifest {
  private static final Set<String> RESULTS =
      Set.of(
          "success",
          "assumption failure",
          "deadlock failure",
          "safety failure",
          "liveness failure",
          "unknown");

  private Manifest() {}

  /**
   * The document.
   *
   * @throws AssertionError if it is no manifest
   */
  public static JsonNode read(String json) {
    try {
      JsonNode manifest = new ObjectMapper().readTree(json);
      fields(manifest, List.of("sources", "authors", "tags", "modules"), List.of());
      manifest.get("sources").forEach(Manifest::text);
      manifest.get("authors").forEach(Manifest::text);
      for (JsonNode tag : manifest.get("tags")) {
        require(Set.of("beginner", "intermediate", "ewd").contains(tag.textValue()), tag);
      }
      manifest.get("modules").forEach(Manifest::module);
      return manifest;
    } catch (JsonProcessingException e) {
      throw new AssertionError(e.getMessage() + "\n" + json, e);
    }
  }

  private static void module(JsonNode module) {
    fields(module, List.of("path", "features", "models"), List.of("proof"));
    path(module, ".tla");
    for (JsonNode feature : module.get("features")) {
      require(Set.of("pluscal", "action composition").contains(feature.textValue()), feature);
    }
    for (JsonNode model : module.get("models")) {
      fields(
          model,
          List.of("path", "runtime", "mode", "result"),
          List.of("distinctStates", "totalStates", "stateDepth", "workers"));
      path(model, ".cfg");
      String name = module.get("path").textValue().replace(".tla", "");
      require(model.get("path").textValue().startsWith(name), model);
      require(model.get("runtime").textValue().matches("\\d\\d:\\d\\d:\\d\\d|unknown"), model);
      require(model.get("mode").textValue().equals("exhaustive search"), model);
      require(RESULTS.contains(model.get("result").textValue()), model);
      boolean counted = model.get("result").textValue().equals("success");
      for (String count : List.of("distinctStates", "totalStates", "stateDepth")) {
        require(!model.has(count) || counted && model.get(count).isIntegralNumber(), model);
      }
      require(!model.has("workers") || model.get("workers").intValue() > 0, model);
    }
  }

  private static void fields(JsonNode object, List<String> required, List<String> optional) {
    Set<String> there = new TreeSet<>();
    object.fieldNames().forEachRemaining(there::add);
    require(there.containsAll(required), object);
    there.removeAll(required);
    there.removeAll(optional);
    require(there.isEmpty(), object);
  }

  private static void path(JsonNode file, String ending) {
    String path = file.get("path").textValue();
    require(path.startsWith("specifications/") && path.endsWith(ending), file);
    require(!path.contains("//") && !path.contains("..") && !path.contains("\\"), file);
  }

  private static void text(JsonNode node) {
    require(node.isTextual(), node);
  }

  private static void require(boolean is, JsonNode node) {
    if (!is) {
      throw new AssertionError("no manifest has " + node);
    }
  }
}

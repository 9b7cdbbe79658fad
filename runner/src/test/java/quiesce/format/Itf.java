package quiesce.format;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** The rules of the Informal Trace Format, as ADR-015 of Apalache writes them down. */
public final class Itf {
  private static final String META = "#meta";
  private static final Set<String> FIELDS = Set.of(META, "params", "vars", "states", "loop");
  private static final long LARGEST_INTEGER = (1L << 53) - 1;

  private Itf() {}

  /**
   * The trace, if it obeys the rules.
   *
   * @throws AssertionError if not
   */
  public static JsonNode read(String json) {
    try {
      JsonNode trace = new ObjectMapper().readTree(json);
      trace(trace);
      return trace;
    } catch (JsonProcessingException e) {
      throw new AssertionError(e.getMessage() + "\n" + json, e);
    }
  }

  private static void trace(JsonNode trace) {
    require(trace.isObject(), "a trace is an object", trace);
    require(FIELDS.containsAll(names(trace)), "a trace has these fields only: " + FIELDS, trace);
    require(!trace.has(META) || trace.get(META).isObject(), "#meta is an object", trace);
    require(trace.path("vars").isArray(), "vars is an array", trace);
    require(trace.path("states").isArray(), "states is an array", trace);
    Set<String> set = new TreeSet<>();
    for (String field : List.of("params", "vars")) {
      for (JsonNode name : trace.path(field)) {
        require(name.isTextual(), field + " are strings", name);
        require(!name.textValue().startsWith("#"), "no name starts with #", name);
        require(field.equals("params") || set.add(name.textValue()), "each name once", name);
      }
    }
    trace.get("states").forEach(state -> state(state, set));
    if (trace.has("loop")) {
      JsonNode loop = trace.get("loop");
      require(loop.isInt(), "loop is an integer", loop);
      require(
          loop.intValue() >= 0 && loop.intValue() < trace.get("states").size(),
          "loop is the index of a state",
          loop);
    }
  }

  private static void state(JsonNode state, Set<String> vars) {
    require(state.isObject(), "a state is an object", state);
    Set<String> names = names(state);
    if (names.remove(META)) {
      require(state.get(META).isObject(), "#meta of a state is an object", state);
    }
    require(names.equals(vars), "a state sets each variable and nothing else", state);
    names.forEach(name -> expression(state.get(name)));
  }

  /** One value, in any of the forms that there are. */
  public static void expression(JsonNode e) {
    if (e.isTextual() || e.isBoolean()) {
      return;
    } else if (e.isIntegralNumber()) {
      require(
          e.canConvertToLong() && Math.abs(e.longValue()) <= LARGEST_INTEGER,
          "an integer that every reader of JSON keeps",
          e);
    } else if (e.isArray()) {
      e.forEach(Itf::expression);
    } else {
      require(e.isObject(), "no null, no fraction", e);
      Set<String> names = names(e);
      if (names.stream().anyMatch(n -> n.startsWith("#"))) {
        require(names.size() == 1, "a special form stands alone", e);
        special(names.iterator().next(), e.elements().next());
      } else {
        e.forEach(Itf::expression);
      }
    }
  }

  private static void special(String form, JsonNode content) {
    switch (form) {
      case "#bigint" ->
          require(
              content.isTextual() && content.textValue().matches("-?[0-9]+"),
              "#bigint is digits in a string",
              content);
      case "#unserializable" -> require(content.isTextual(), "what it is, as a string", content);
      case "#tup", "#set" -> {
        require(content.isArray(), form + " is an array", content);
        content.forEach(Itf::expression);
      }
      case "#map" -> {
        require(content.isArray(), "#map is an array", content);
        for (JsonNode pair : content) {
          require(pair.isArray() && pair.size() == 2, "#map is an array of pairs", pair);
          pair.forEach(Itf::expression);
        }
      }
      default -> throw new AssertionError("no such form: " + form);
    }
  }

  private static Set<String> names(JsonNode node) {
    Set<String> names = new TreeSet<>();
    node.properties().stream().map(Map.Entry::getKey).forEach(names::add);
    return names;
  }

  private static void require(boolean holds, String rule, JsonNode where) {
    if (!holds) {
      throw new AssertionError(rule + ": " + where);
    }
  }
}

package quiesce.memory;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import quiesce.tla.Value;

/** Reads parts of values, and names what specifications have names of their own for. */
public final class Reading {
  private Reading() {}

  /** A value as C writes it: strings without quotes, truth in lower case. */
  public static String text(Value v) {
    if (v instanceof Value.Str s) {
      return s.value();
    } else if (v instanceof Value.Bool b) {
      return Boolean.toString(b.value());
    }
    return v.toString();
  }

  /** What a function or record maps a value to. */
  public static Optional<Value> at(Value function, Value key) {
    if (function instanceof Value.FunctionOf f) {
      return Optional.ofNullable(f.mappings().get(key));
    } else if (function instanceof Value.RecordOf r && key instanceof Value.Str s) {
      return Optional.ofNullable(r.fields().get(s.value()));
    }
    return Optional.empty();
  }

  public static Optional<Value> field(Value record, String name) {
    return record instanceof Value.RecordOf r
        ? Optional.ofNullable(r.fields().get(name))
        : Optional.empty();
  }

  /** The elements of a sequence; none of what is no sequence. */
  public static List<Value> sequence(Optional<Value> v) {
    return v.filter(Value.Seq.class::isInstance)
        .map(s -> ((Value.Seq) s).elements())
        .orElse(List.of());
  }

  /** All that a function or record maps, and to what. */
  public static Map<Value, Value> entries(Value function) {
    Map<Value, Value> all = new LinkedHashMap<>();
    if (function instanceof Value.FunctionOf f) {
      all.putAll(f.mappings());
    } else if (function instanceof Value.RecordOf r) {
      r.fields().forEach((k, v) -> all.put(new Value.Str(k), v));
    }
    return all;
  }

  /** Every agent with what it is mapped to, by the agent's name. */
  public static Map<String, Value> agents(Value function) {
    Map<String, Value> all = new TreeMap<>();
    entries(function).forEach((k, v) -> all.put(name(k), v));
    return all;
  }

  /** An agent's name in one string: {@code cpu0}, {@code provider}, {@code forth() [task 0]}. */
  public static String name(Value agent) {
    List<String> parts = sequence(Optional.of(agent)).stream().map(Reading::text).toList();
    return switch (parts.size()) {
      case 0 -> text(agent);
      case 1 -> parts.get(0);
      default -> parts.get(0) + "() [" + numbered(parts.get(1)) + "]";
    };
  }

  public static String who(String agent) {
    return agent.matches("cpu\\d+") ? "CPU " + agent.substring(3) : "the " + agent;
  }

  /** An element of a per-CPU variable, or a member of an object. */
  public static String place(String name, String index) {
    return index.startsWith("cpu")
        ? name + "[CPU " + index.substring(3) + "]"
        : index + "->" + name;
  }

  /** {@code task0} is task 0. */
  public static String numbered(String id) {
    return id.replaceAll("(?<=\\D)(?=\\d)", " ");
  }
}

package quiesce.memory;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import quiesce.tla.Value;

/** Reads parts of values. */
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
}

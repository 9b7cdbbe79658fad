package quiesce.tla;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** A value as TLC prints it; {@code toString} prints it as TLA+ again. */
public sealed interface Value {
  /** An integer. */
  record Int(long value) implements Value {
    @Override
    public String toString() {
      return Long.toString(value);
    }
  }

  /** TRUE or FALSE. */
  record Bool(boolean value) implements Value {
    @Override
    public String toString() {
      return value ? "TRUE" : "FALSE";
    }
  }

  /** A string, without its quotes and escapes. */
  record Str(String value) implements Value {
    @Override
    public String toString() {
      return '"' + StringEscapes.escape(value) + '"';
    }
  }

  /** A model value; {@code null} is how TLC prints a variable that has no value yet. */
  record ModelValue(String name) implements Value {
    @Override
    public String toString() {
      return name;
    }
  }

  /** A set, in TLC's order. */
  record SetOf(Set<Value> elements) implements Value {
    public SetOf {
      elements = Collections.unmodifiableSet(new LinkedHashSet<>(elements));
    }

    @Override
    public String toString() {
      return join(elements, "{", "}");
    }
  }

  /** A set of consecutive integers that TLC did not write out. */
  record Interval(long from, long to) implements Value {
    @Override
    public String toString() {
      return from + ".." + to;
    }
  }

  /** A tuple or sequence; TLC prints the function with empty domain as one, too. */
  record Seq(List<Value> elements) implements Value {
    public Seq {
      elements = List.copyOf(elements);
    }

    @Override
    public String toString() {
      return join(elements, "<<", ">>");
    }
  }

  /** A record. */
  record RecordOf(Map<String, Value> fields) implements Value {
    public RecordOf {
      fields = Collections.unmodifiableMap(new LinkedHashMap<>(fields));
    }

    @Override
    public String toString() {
      return fields.entrySet().stream()
          .map(e -> e.getKey() + " |-> " + e.getValue())
          .collect(Collectors.joining(", ", "[", "]"));
    }
  }

  /** A function that is neither a sequence nor a record. Its domain is never empty. */
  record FunctionOf(Map<Value, Value> mappings) implements Value {
    public FunctionOf {
      if (mappings.isEmpty()) {
        throw new IllegalArgumentException("the function with empty domain is <<>>");
      }
      mappings = Collections.unmodifiableMap(new LinkedHashMap<>(mappings));
    }

    @Override
    public String toString() {
      return mappings.entrySet().stream()
          .map(e -> e.getKey() + " :> " + e.getValue())
          .collect(Collectors.joining(" @@ ", "(", ")"));
    }
  }

  /** Something that TLC printed in a form not known here, kept so that no trace is lost for it. */
  record Unread(String text) implements Value {
    @Override
    public String toString() {
      return text;
    }
  }

  private static String join(Iterable<Value> values, String open, String close) {
    StringBuilder text = new StringBuilder(open);
    String separator = "";
    for (Value value : values) {
      text.append(separator).append(value);
      separator = ", ";
    }
    return text.append(close).toString();
  }
}

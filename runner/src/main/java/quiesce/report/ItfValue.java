package quiesce.report;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.stream.LongStream;
import quiesce.tla.Value;

/** Values of TLA+ in the Informal Trace Format. */
final class ItfValue {
  /** How TLC prints a variable that an action left without a value. */
  private static final String UNASSIGNED = "null";

  private static final int LONGEST_INTERVAL = 1000;
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  private ItfValue() {}

  static JsonNode of(Value value) {
    if (value instanceof Value.Int i) {
      return integer(i.value());
    } else if (value instanceof Value.Bool b) {
      return NODES.booleanNode(b.value());
    } else if (value instanceof Value.Str s) {
      return NODES.textNode(s.value());
    } else if (value instanceof Value.ModelValue m && !m.name().equals(UNASSIGNED)) {
      // Apalache writes constants without an interpretation as strings, too.
      return NODES.textNode(m.name());
    } else if (value instanceof Value.SetOf s) {
      return wrapped("#set", list(s.elements()));
    } else if (value instanceof Value.Interval i && i.to() - i.from() < LONGEST_INTERVAL) {
      ArrayNode numbers = NODES.arrayNode();
      LongStream.rangeClosed(i.from(), i.to()).forEach(n -> numbers.add(integer(n)));
      return wrapped("#set", numbers);
    } else if (value instanceof Value.Seq s) {
      // TLC prints tuples and sequences alike; the format leaves the choice to the tool.
      return list(s.elements());
    } else if (value instanceof Value.RecordOf r) {
      ObjectNode fields = NODES.objectNode();
      r.fields().forEach((name, field) -> fields.set(name, of(field)));
      return fields;
    } else if (value instanceof Value.FunctionOf f) {
      ArrayNode pairs = NODES.arrayNode();
      f.mappings().forEach((key, to) -> pairs.addArray().add(of(key)).add(of(to)));
      return wrapped("#map", pairs);
    }
    return NODES.objectNode().put("#unserializable", value.toString());
  }

  private static ObjectNode integer(long value) {
    return NODES.objectNode().put("#bigint", Long.toString(value));
  }

  private static ArrayNode list(Iterable<Value> values) {
    ArrayNode array = NODES.arrayNode();
    values.forEach(v -> array.add(of(v)));
    return array;
  }

  private static ObjectNode wrapped(String kind, ArrayNode content) {
    ObjectNode node = NODES.objectNode();
    node.set(kind, content);
    return node;
  }
}

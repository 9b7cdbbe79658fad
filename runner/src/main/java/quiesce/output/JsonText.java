package quiesce.output;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

/** JSON as all reports write it: indented, with the line ends of Unix everywhere. */
public final class JsonText {
  private JsonText() {}

  /** One document, without a line end after it. */
  public static String of(JsonNode document) {
    DefaultIndenter lines = new DefaultIndenter("  ", "\n");
    DefaultPrettyPrinter printer =
        new DefaultPrettyPrinter().withArrayIndenter(lines).withObjectIndenter(lines);
    try {
      return new ObjectMapper().writer(printer).writeValueAsString(document);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a tree of JSON nodes is JSON", e);
    }
  }
}

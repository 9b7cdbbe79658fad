package quiesce.site;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.SerializableString;
import com.fasterxml.jackson.core.io.CharacterEscapes;
import com.fasterxml.jackson.core.io.SerializedString;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import quiesce.explanation.Counterexample;
import quiesce.explanation.Scene;
import quiesce.text.Visible;

/**
 * The machine at each step of a counterexample, for the script of its page: all that it is at
 * first, and then what each event changes.
 */
final class SceneData {
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  private SceneData() {}

  /** JSON in which nothing can end the element of HTML around it. */
  static String of(Counterexample example, List<EventRow> events) {
    ObjectNode data = NODES.objectNode();
    data.put("outcome", example.property().title() + " violated: " + Visible.of(example.outcome()));
    data.put("backTo", example.backTo().orElse(null));
    ArrayNode steps = data.putArray("events");
    List<List<String>> scenes = example.scenes().stream().map(SceneData::values).toList();
    List<String> first = scenes.isEmpty() ? List.of() : scenes.get(0);
    first.forEach(data.putArray("first")::add);
    for (EventRow event : events) {
      ObjectNode step = steps.addObject().put("line", event.line()).put("says", event.says());
      ArrayNode changes = step.putArray("changes");
      if (event.number() < scenes.size()) {
        changes(changes, scenes.get(event.number() - 1), scenes.get(event.number()));
      }
    }
    try {
      ObjectMapper mapper = new ObjectMapper();
      mapper.getFactory().setCharacterEscapes(new ForHtml());
      return mapper.writeValueAsString(data);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a tree of JSON nodes is JSON", e);
    }
  }

  /** Pairs of the index of a cell and what it becomes. */
  private static void changes(ArrayNode changes, List<String> before, List<String> after) {
    for (int i = 0; i < Math.min(before.size(), after.size()); i++) {
      if (!before.get(i).equals(after.get(i))) {
        changes.addArray().add(i).add(after.get(i));
      }
    }
  }

  private static List<String> values(Scene scene) {
    List<String> values = new ArrayList<>();
    for (Scene.Part part : scene.parts()) {
      part.cells().forEach(cell -> values.add(Visible.of(cell.value())));
    }
    return values;
  }

  /** Writes as codes what means something to a browser that reads a script element. */
  private static final class ForHtml extends CharacterEscapes {
    private static final long serialVersionUID = 1L;
    private static final String SPECIAL = "<>&";

    @Override
    public int[] getEscapeCodesForAscii() {
      int[] escapes = CharacterEscapes.standardAsciiEscapesForJSON();
      SPECIAL.chars().forEach(c -> escapes[c] = CharacterEscapes.ESCAPE_CUSTOM);
      return escapes;
    }

    @Override
    public SerializableString getEscapeSequence(int c) {
      return SPECIAL.indexOf(c) >= 0 || c == 0x2028 || c == 0x2029
          ? new SerializedString(String.format("\\u%04x", c))
          : null;
    }
  }
}

package quiesce.emission;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The memory models that there are templates for. */
public final class MemoryModels {
  private MemoryModels() {}

  /** Their names, the strongest first. */
  public static List<String> names() {
    return new Templates(Optional.empty())
        .render("tla/memory/models.ftl", Map.of())
        .lines()
        .map(String::strip)
        .filter(line -> !line.isEmpty())
        .toList();
  }
}

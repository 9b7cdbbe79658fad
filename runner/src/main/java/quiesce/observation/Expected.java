package quiesce.observation;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import quiesce.catalogue.InputException;

/**
 * A table of what tests should observe: name, tab, Never, Sometimes or Always; lines that begin
 * with {@code #} do not count.
 */
public final class Expected {
  private final Map<String, Observation> byName = new LinkedHashMap<>();

  private Expected() {}

  /**
   * @param name of the file, for messages
   * @throws InputException with the line that cannot be read
   */
  public static Expected read(String name, List<String> lines) {
    Expected table = new Expected();
    for (int i = 0; i < lines.size(); i++) {
      String line = lines.get(i);
      if (line.isBlank() || line.startsWith("#")) {
        continue;
      }
      String[] parts = line.split("\t");
      Optional<Observation> wanted =
          parts.length < 2 ? Optional.empty() : Observation.named(parts[1].strip());
      if (wanted.isEmpty()) {
        throw new InputException(
            "%s:%d: not 'name TAB Never|Sometimes|Always': %s".formatted(name, i + 1, line));
      }
      table.byName.put(parts[0].strip(), wanted.get());
    }
    return table;
  }

  /** What is expected of the test in a file, by the file's path, its end, or its bare name. */
  public Optional<Observation> of(String file) {
    String path = file.replace('\\', '/');
    String last = path.substring(path.lastIndexOf('/') + 1);
    Optional<Observation> exact =
        byName.entrySet().stream()
            .filter(e -> path.equals(e.getKey()) || path.endsWith("/" + e.getKey()))
            .findFirst()
            .map(Map.Entry::getValue);
    return exact.or(() -> Optional.ofNullable(byName.get(last.replaceFirst("\\.litmus$", ""))));
  }
}

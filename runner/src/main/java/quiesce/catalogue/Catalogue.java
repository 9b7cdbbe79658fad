package quiesce.catalogue;

import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.commons.text.similarity.LevenshteinDistance;
import quiesce.source.SourceFile;

/** The strategies that come with quiesce, and how users name them and their own. */
public final class Catalogue {
  /** What names standard input. */
  public static final String INPUT = "-";

  private static final int MOST_SUGGESTIONS = 3;

  private final SortedMap<String, SourceFile> strategies;

  private Catalogue(SortedMap<String, SourceFile> strategies) {
    this.strategies = strategies;
  }

  /** The one on the class path. */
  public static Catalogue onClassPath() {
    return of(CatalogueResources.read());
  }

  static Catalogue of(SortedMap<String, SourceFile> strategies) {
    return new Catalogue(new TreeMap<>(strategies));
  }

  /**
   * The same with standard input, which is read now, for it can be read once only.
   *
   * @throws InputException if it cannot be read
   */
  public Catalogue with(InputStream input) {
    SortedMap<String, SourceFile> more = new TreeMap<>(strategies);
    more.put(INPUT, StrategyFiles.read(input));
    return new Catalogue(more);
  }

  /** All names, in alphabetical order. */
  public List<String> names() {
    return List.copyOf(strategies.keySet());
  }

  /**
   * The text of a strategy.
   *
   * @param argument a name of the catalogue; a path if it holds a slash or ends in {@code .c}
   * @throws InputException if there is no such strategy, or the file cannot be read
   */
  public SourceFile find(String argument) {
    if (isPath(argument)) {
      return StrategyFiles.read(argument);
    }
    SourceFile found = strategies.get(argument);
    if (found != null) {
      return found;
    }
    throw Files.isDirectory(Path.of(argument))
        ? StrategyFiles.directory(argument)
        : new InputException(unknown(argument));
  }

  /**
   * The text of a file.
   *
   * @throws InputException if it cannot be read
   */
  public static SourceFile read(String path) {
    return StrategyFiles.read(path);
  }

  /** Whether the argument names a file rather than a strategy of the catalogue. */
  public static boolean isPath(String argument) {
    return argument.contains("/") || argument.endsWith(".c");
  }

  private String unknown(String name) {
    List<String> nearest = nearest(name);
    String suggestion =
        nearest.isEmpty() ? "" : "did you mean " + String.join(" or ", nearest) + "? ";
    return "no strategy is called '"
        + name
        + "': "
        + suggestion
        + "'quiesce list' lists them, and a file is given as ./FILE.c";
  }

  /** Those a few typing mistakes away, and those that the name is a part of. */
  private List<String> nearest(String name) {
    LevenshteinDistance distance = LevenshteinDistance.getDefaultInstance();
    int limit = Math.max(1, name.length() / 3);
    return strategies.keySet().stream()
        .filter(
            known ->
                distance.apply(name, known) <= limit
                    || name.length() > 2 && (known.contains(name) || name.contains(known)))
        .collect(Collectors.toMap(known -> known, known -> distance.apply(name, known)))
        .entrySet()
        .stream()
        .sorted(
            Map.Entry.<String, Integer>comparingByValue().thenComparing(Map.Entry.comparingByKey()))
        .limit(MOST_SUGGESTIONS)
        .map(Map.Entry::getKey)
        .toList();
  }
}

package quiesce.catalogue;

import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
  private final Map<String, Cut> cuts;
  private final Optional<SourceFile> input;

  private Catalogue(
      SortedMap<String, SourceFile> strategies, Map<String, Cut> cuts, Optional<SourceFile> input) {
    this.strategies = strategies;
    this.cuts = cuts;
    this.input = input;
  }

  /** The one on the class path. */
  public static Catalogue onClassPath() {
    return of(CatalogueResources.read());
  }

  static Catalogue of(SortedMap<String, SourceFile> strategies) {
    return new Catalogue(new TreeMap<>(strategies), Map.of(), Optional.empty());
  }

  /**
   * Standard input, which can be read once only.
   *
   * @throws InputException if it cannot be read
   */
  public static SourceFile input(InputStream input) {
    return StrategyFiles.readLarge(input);
  }

  /** The same with a text that {@code -} names. */
  public Catalogue with(SourceFile input) {
    return new Catalogue(strategies, cuts, Optional.of(input));
  }

  /** The same with what is cut out of files, each under the argument that it was given as. */
  public Catalogue with(List<Cut> cuts) {
    return new Catalogue(
        strategies,
        cuts.stream().collect(Collectors.toMap(Cut::argument, cut -> cut, (a, b) -> a)),
        input);
  }

  /** All names, in alphabetical order. */
  public List<String> names() {
    return List.copyOf(strategies.keySet());
  }

  /**
   * The text of a strategy.
   *
   * @param argument a name of the catalogue; a path if it holds a slash or ends in {@code .c}; what
   *     is to be cut out of a file
   * @throws InputException if there is no such strategy, or the file cannot be read
   * @throws quiesce.source.SourceException if what is to be cut out is not clear
   */
  public SourceFile find(String argument) {
    Cut cut = cuts.get(argument);
    if (cut != null) {
      if (cut.file().isEmpty()) {
        throw new InputException(
            argument
                + ": name a file before the colon; without one it is for a diff on standard input");
      }
      boolean given = cut.file().equals(INPUT) && input.isPresent();
      return cut.of(given ? input.get() : StrategyFiles.readLarge(cut.file()));
    }
    if (argument.equals(INPUT) && input.isPresent()) {
      return StrategyFiles.whole(input.get());
    }
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

  /**
   * The text of a file that may be larger than a strategy.
   *
   * @throws InputException if it cannot be read
   */
  public static SourceFile readAny(String path) {
    return StrategyFiles.readLarge(path);
  }

  /**
   * A file all of which is a strategy.
   *
   * @throws InputException if it is too large for one
   */
  public static SourceFile whole(SourceFile file) {
    return StrategyFiles.whole(file);
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

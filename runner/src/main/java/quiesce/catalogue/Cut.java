package quiesce.catalogue;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import quiesce.source.SourceFile;
import quiesce.source.Spelling;
import quiesce.source.cut.TopLevel;

/**
 * Functions that are to be cut out of a file, as a user names them: {@code FILE:NAME,NAME}.
 *
 * @param file a path, {@link Catalogue#INPUT}, or empty for each file that a diff changes
 * @param names of functions and variables
 */
public record Cut(String file, List<String> names) {
  private static final String BETWEEN = ":";

  public Cut {
    names = List.copyOf(names);
  }

  /** Empty if it has not that form. */
  public static Optional<Cut> parse(String text) {
    int between = text.lastIndexOf(BETWEEN);
    String names = text.substring(between + 1);
    return between >= 0 && names.matches("\\w+(,\\w+)*")
        ? Optional.of(
            new Cut(
                text.substring(0, between), List.of(names.split(",")).stream().distinct().toList()))
        : Optional.empty();
  }

  /** As the user wrote it. */
  public String argument() {
    return file + BETWEEN + String.join(",", names);
  }

  /** Whether a file has something of all that. */
  public boolean isIn(TopLevel file) {
    return names.stream().anyMatch(file.names()::contains);
  }

  /**
   * A strategy with these functions of a file.
   *
   * @throws InputException if the file does not have all of them
   * @throws quiesce.source.SourceException if it does not say which of two definitions is meant
   */
  public SourceFile of(SourceFile from) {
    TopLevel all = TopLevel.of(from);
    Set<String> known = all.names();
    List<String> missing = names.stream().filter(n -> !known.contains(n)).toList();
    if (!missing.isEmpty()) {
      throw new InputException(
          missing.stream()
              .map(name -> missing(from.name(), name, known))
              .collect(Collectors.joining("; ")));
    }
    return all.cut(names);
  }

  private static String missing(String file, String name, Set<String> known) {
    return "%s defines no function or variable '%s'%s"
        .formatted(
            file,
            name,
            Spelling.nearest(name, known).map(n -> ", did you mean '" + n + "'?").orElse(""));
  }
}

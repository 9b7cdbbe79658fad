package quiesce.source;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** A file was refused. Carries every diagnostic of the file, in the order of the text. */
public final class SourceException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient List<Diagnostic> diagnostics;

  public SourceException(List<Diagnostic> diagnostics) {
    super(text(diagnostics.stream().sorted().distinct().toList()));
    this.diagnostics = diagnostics.stream().sorted().distinct().toList();
  }

  /** Who has more of them to mend begins with the first ones. */
  private static String text(List<Diagnostic> sorted) {
    Map<String, List<Diagnostic>> byFile =
        sorted.stream()
            .collect(
                Collectors.groupingBy(
                    d -> d.file().name(), LinkedHashMap::new, Collectors.toList()));
    int most = Bound.ERRORS.most();
    List<String> parts = new ArrayList<>();
    byFile.forEach(
        (file, all) -> {
          all.stream().limit(most).map(Diagnostic::render).forEach(parts::add);
          if (all.size() > most) {
            parts.add("%s: and %,d more".formatted(file, all.size() - most));
          }
        });
    return String.join("\n", parts);
  }

  public List<Diagnostic> diagnostics() {
    return diagnostics;
  }
}

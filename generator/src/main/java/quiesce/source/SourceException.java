package quiesce.source;

import java.util.List;
import java.util.stream.Collectors;

/** A file was refused. Carries every diagnostic of the file, in the order of the text. */
public final class SourceException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient List<Diagnostic> diagnostics;

  public SourceException(List<Diagnostic> diagnostics) {
    super(diagnostics.stream().sorted().map(Diagnostic::render).collect(Collectors.joining("\n")));
    this.diagnostics = diagnostics.stream().sorted().distinct().toList();
  }

  public List<Diagnostic> diagnostics() {
    return diagnostics;
  }
}

package quiesce.document;

import java.util.ArrayList;
import java.util.List;
import quiesce.catalogue.InputException;
import quiesce.source.Diagnostic;
import quiesce.source.SourceException;
import quiesce.source.SourceFile;

/** Collects what is wrong with blocks, so that all of it can be told at once. */
final class BlockProblems {
  private final List<Diagnostic> found = new ArrayList<>();

  /** Goes on after what is wrong with a document or a strategy. */
  void collect(Runnable step) {
    try {
      step.run();
    } catch (SourceException e) {
      found.addAll(e.diagnostics());
    }
  }

  /** Goes on after what is wrong with a block, which is told at its marker. */
  void collect(Document document, Region region, Runnable step) {
    try {
      collect(step);
    } catch (InputException e) {
      found.add(
          new Diagnostic(
              new SourceFile(document.name(), document.text().texts()),
              region.begin().place(),
              e.getMessage(),
              "'quiesce embed --help' tells what can stand there"));
    }
  }

  void throwIfAny() {
    if (!found.isEmpty()) {
      throw new SourceException(found);
    }
  }
}

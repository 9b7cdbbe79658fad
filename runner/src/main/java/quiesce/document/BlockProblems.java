package quiesce.document;

import java.util.ArrayList;
import java.util.List;
import quiesce.catalogue.InputException;
import quiesce.source.Diagnostic;
import quiesce.source.Place;
import quiesce.source.SourceException;
import quiesce.source.SourceFile;

/** Collects what is wrong with blocks, so that all of it can be reported at once. */
final class BlockProblems {
  private final List<Diagnostic> found = new ArrayList<>();

  /** Continues after what is wrong with a document or a strategy. */
  void collect(Runnable step) {
    try {
      step.run();
    } catch (SourceException e) {
      found.addAll(e.diagnostics());
    }
  }

  /** Continues after what is wrong with a block, which is reported at its marker. */
  void collect(Document document, Region region, Runnable step) {
    try {
      collect(step);
    } catch (MarkerException e) {
      String words = region.begin().words();
      report(document, region, Words.offset(words, e.word()), e.getMessage(), e.help());
    } catch (InputException e) {
      report(
          document,
          region,
          0,
          e.getMessage(),
          "'quiesce embed --help' lists what is allowed there");
    }
  }

  private void report(Document document, Region region, int offset, String message, String help) {
    Place begin = region.begin().place();
    found.add(
        new Diagnostic(
            new SourceFile(document.name(), document.text().texts()),
            new Place(begin.line(), begin.column() + offset),
            message,
            help));
  }

  void throwIfAny() {
    if (!found.isEmpty()) {
      throw new SourceException(found);
    }
  }
}

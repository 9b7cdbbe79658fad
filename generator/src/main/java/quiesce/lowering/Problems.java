package quiesce.lowering;

import java.util.ArrayList;
import java.util.List;
import quiesce.source.Diagnostic;
import quiesce.source.Place;
import quiesce.source.SourceException;
import quiesce.source.SourceFile;

/** Collects what is wrong with a file, so that its author hears all of it at once. */
final class Problems {
  private final SourceFile file;
  private final List<Diagnostic> found = new ArrayList<>();

  Problems(SourceFile file) {
    this.file = file;
  }

  void add(Place place, String message, String help) {
    found.add(new Diagnostic(file, place, message, help));
  }

  /** Runs a part of the work; a refusal is noted and ends that part alone. */
  void guard(Runnable part) {
    try {
      part.run();
    } catch (Refusal r) {
      add(r.place(), r.getMessage(), r.help());
    }
  }

  boolean none() {
    return found.isEmpty();
  }

  void throwIfAny() {
    if (!found.isEmpty()) {
      throw new SourceException(found);
    }
  }
}

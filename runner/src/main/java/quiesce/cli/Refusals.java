package quiesce.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import quiesce.catalogue.InputException;
import quiesce.document.Embedding;
import quiesce.engine.tlc.TlcException;
import quiesce.source.Diagnostic;
import quiesce.source.SourceException;

/** What is wrong with documents; it does not stop the work on the others. */
final class Refusals implements Embedding.Attempts {
  /** A strategy that several documents name is wrong once. */
  private final List<Diagnostic> diagnostics = new ArrayList<>();

  private final List<Batch.Refusal> others = new ArrayList<>();

  @Override
  public void attempt(String document, Runnable step) {
    try {
      Batch.attempt(
          document,
          Optional.empty(),
          () -> {
            step.run();
            return document;
          });
    } catch (SourceException e) {
      diagnostics.addAll(e.diagnostics());
    } catch (InputException | TlcException | Batch.Unexpected e) {
      others.add(new Batch.Refusal(document, e));
    }
  }

  /** All of them. */
  Batch batch() {
    List<Batch.Refusal> all = new ArrayList<>(others);
    if (!diagnostics.isEmpty()) {
      all.add(
          0, new Batch.Refusal(diagnostics.get(0).file().name(), new SourceException(diagnostics)));
    }
    return new Batch(List.of(), all);
  }
}

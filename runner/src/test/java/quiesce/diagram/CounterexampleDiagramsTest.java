package quiesce.diagram;

import java.io.IOException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import quiesce.explanation.Counterexample;
import quiesce.module.Options;
import quiesce.property.Property;

class CounterexampleDiagramsTest {
  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          reload,        ../specs/global-sync-reload/strategy.c, sc,   NoNullDereference
          uninitialised, ../specs/rcu-once/strategy.c,           weak, NoUseBeforeInit
          store-buffer,  ../specs/global-plain/strategy.c,       tso,  NoNullDereference
          stuck,         ../specs/locked/strategy.c,             sc,   UnregisterCompletes
          moved,         ../specs/per-cpu-migrating/strategy.c,  sc,   NoDereferenceAfterTeardown
          lasso,         src/test/resources/machine/control/test-then-set-lock.c, sc, ReadersComplete
          """)
  void aCounterexampleIsDrawnAsItWasLookedAt(
      String name, String file, String memory, String property) throws IOException {
    Counterexample example =
        Samples.counterexample(
            Samples.subject(file, Options.DEFAULT.withMemory(memory)),
            Property.named(property).orElseThrow());
    PictureWriter writer = new PictureWriter(Samples.TEMPLATES);

    Samples.assertGolden(name + ".svg", writer.svg(SequencePicture.of(example)));
    Samples.assertGolden(name + ".tex", writer.tikz(SequencePicture.of(example)));
    Samples.assertGolden(name + ".mmd", new Mermaid(Samples.TEMPLATES).sequence(example));
  }
}

package quiesce.machine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import quiesce.golden.Golden;
import quiesce.lowering.Lowering;
import quiesce.machine.Verdicts.Verdict;
import quiesce.promela.Export;
import quiesce.property.Property;
import quiesce.source.Diagnostic;
import quiesce.source.Parser;
import quiesce.source.SourceException;
import quiesce.source.SourceFile;

/** Spin, which knows nothing of TLA+, finds of the safety properties what the files declare. */
class SpinTest {
  private static final Export USUAL = new Export(2, 2, Optional.empty());

  /** All that the catalogue had when this was written. */
  private static final int AT_LEAST = 49;

  @TempDir private Path directory;

  private Spin spin;

  @BeforeEach
  void spinIsThere() {
    assumeTrue(Spin.isThere(), "no spin, or no C compiler");
    this.spin = new Spin(directory, 1000);
  }

  static List<Path> catalogue() {
    return MachineFiles.under(MachineFiles.CATALOGUE);
  }

  static List<Path> rules() {
    return MachineFiles.under(MachineFiles.RULES);
  }

  private static String model(Path file) throws IOException {
    return model(SourceFile.of(file.toString(), Files.readString(file)));
  }

  private static String model(SourceFile file) {
    return USUAL.of(Lowering.lower(Parser.parse(file), true));
  }

  @ParameterizedTest
  @MethodSource("catalogue")
  void theCatalogueIsAsDeclared(Path file) throws Exception {
    assertIsAsDeclared(file);
  }

  @Tag("slow")
  @ParameterizedTest
  @MethodSource("rules")
  void theRulesOfTheMachineAreAsDeclared(Path file) throws Exception {
    assertIsAsDeclared(file);
  }

  private void assertIsAsDeclared(Path file) throws Exception {
    Map<Property, Verdict> expected = MachineFiles.expected(MachineFiles.read(file));
    expected.keySet().removeIf(Property::liveness);
    String model = model(file);

    Set<Property> violated = spin.violated(model);

    assertThat(expected)
        .allSatisfy(
            (p, verdict) -> {
              assertThat(violated.contains(p))
                  .as("%s is violated", p)
                  .isEqualTo(verdict == Verdict.VIOLATED);
              assertThat(model.contains("#error " + p.title()))
                  .as("%s does not apply", p)
                  .isEqualTo(verdict == Verdict.NOT_APPLICABLE);
            });
  }

  @Test
  void whatHasNoFormInPromelaIsListed() throws IOException {
    Map<String, String> refused = new TreeMap<>();
    for (Path file : catalogue()) {
      try {
        model(file);
      } catch (SourceException e) {
        Diagnostic first = e.diagnostics().get(0);
        refused.put(
            file.getParent().getFileName().toString(),
            first.place().line() + ": " + first.message());
      }
    }
    StringBuilder list = new StringBuilder();
    refused.forEach((name, why) -> list.append(name).append(":").append(why).append("\n"));

    Golden.check("quiesce/promela/refused.txt", list.isEmpty() ? "none\n" : list.toString());
    assertThat(catalogue().size() - refused.size()).isGreaterThanOrEqualTo(AT_LEAST);
  }

  @Test
  void onePropertyAloneIsAskedFor() throws Exception {
    String model = model(MachineFiles.CATALOGUE.resolve("global-plain/strategy.c"));

    assertThat(spin.violated(model, "-DCONSISTENT_SNAPSHOT"))
        .containsExactly(Property.CONSISTENT_SNAPSHOT);
    assertThat(spin.violated(model, "-DNO_USE_BEFORE_INIT")).isEmpty();
    assertThatThrownBy(() -> spin.violated(model, "-DSINGLE_PROVIDER"))
        .hasMessageContaining("SingleProvider does not apply");
  }

  @Test
  void whatIsInCommentsAndNamesChangesNothing() throws Exception {
    String text = Files.readString(MachineFiles.CATALOGUE.resolve("global-plain/strategy.c"));
    String hostile =
        text.replace(
                "perf_guest_cbs = cbs;",
                "perf_guest_cbs = cbs; // */ oops = true \\ /* \" ' ??/ \u2028 #define TURN 0")
            .replace("sample(void)", "init(void)");

    assertThat(spin.violated(model(SourceFile.of("*/ #error\n#define oops 1\n\\.c", hostile))))
        .isEqualTo(
            EnumSet.of(
                Property.NO_NULL_DEREFERENCE,
                Property.NO_DEREFERENCE_AFTER_TEARDOWN,
                Property.PRIOR_READERS_COMPLETE,
                Property.CONSISTENT_SNAPSHOT));
  }
}

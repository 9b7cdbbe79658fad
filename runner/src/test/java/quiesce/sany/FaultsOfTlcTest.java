package quiesce.sany;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import quiesce.litmus.LitmusReader;
import quiesce.lowering.Lowering;
import quiesce.models.MemoryModels;
import quiesce.module.Emitter;
import quiesce.module.LitmusEmitter;
import quiesce.module.Options;
import quiesce.module.Specification;
import quiesce.source.Parser;
import quiesce.source.SourceException;
import quiesce.source.SourceFile;
import quiesce.specs.RandomStrategy;
import tla2sany.semantic.ModuleNode;

/** Nothing that is generated has a shape that TLC 2.18 evaluates wrongly. */
class FaultsOfTlcTest {
  @TempDir Path directory;

  static List<String> models() {
    return MemoryModels.names();
  }

  /** With one provider and two, grace periods, locks, atomics, members, CPUs, tasks, callbacks. */
  @ParameterizedTest
  @MethodSource("models")
  void specificationsTakeNoUnevaluatedFunctions(String memory) throws IOException {
    Set<String> some =
        Set.of("rcu", "locked", "two-providers-cmpxchg", "static-call-kvm", "rcu-callback");
    List<Path> files = under(Path.of("../specs"), ".c");
    files.removeIf(f -> !some.contains(f.getParent().getFileName().toString()));
    assertSound(memory, files);
  }

  @Tag("slow")
  @ParameterizedTest
  @MethodSource("models")
  void noSpecificationTakesUnevaluatedFunctions(String memory) throws IOException {
    List<Path> files = under(Path.of("../specs"), ".c");
    files.addAll(under(Path.of("src/test/resources/machine"), ".c"));
    for (Path file : files) {
      try {
        assertSound(memory, List.of(file));
      } catch (SourceException e) {
        // Too large for this model: it has no specification.
        assertThat(e).hasMessageContaining("or use a memory model without them");
      }
    }
  }

  @ParameterizedTest
  @MethodSource("models")
  void randomSpecificationsTakeNoneEither(String memory) {
    assertRandomSound(memory, 1, 5);
  }

  @Tag("slow")
  @ParameterizedTest
  @MethodSource("models")
  void manyRandomSpecificationsTakeNoneEither(String memory) {
    assertRandomSound(memory, 1000, 200);
  }

  private void assertRandomSound(String memory, long first, int count) {
    List<String> names = IntStream.range(0, 40).mapToObj(i -> "name" + i).toList();
    for (long seed = first; seed < first + count; seed++) {
      assertSound(memory, SourceFile.of("random.c", new RandomStrategy(seed, names).text()));
    }
  }

  private void assertSound(String memory, List<Path> files) throws IOException {
    for (Path file : files) {
      assertSound(memory, SourceFile.of(file.toString(), Files.readString(file)));
    }
  }

  private void assertSound(String memory, SourceFile source) {
    Options options = Options.DEFAULT.withMemory(memory);
    Specification spec =
        Emitter.emit(Lowering.lower(Parser.parse(source), options.compiler()), options);
    ModuleNode module = new Sany(directory).module(spec.name(), spec.module());
    boolean view = spec.safety().contains("\nVIEW ");
    assertThat(new LazyFunctions(module, viewed(spec, view)).found())
        .as("%s under %s\n%s", source.name(), memory, String.join("\n", source.lines()))
        .isEmpty();
  }

  @ParameterizedTest
  @MethodSource("models")
  void litmusTestsTakeNoUnevaluatedFunctions(String memory) throws IOException {
    Sany sany = new Sany(directory);
    for (Path file : under(Path.of("src/test/resources/litmus"), ".litmus")) {
      LitmusEmitter.Generated test =
          LitmusEmitter.emit(
              LitmusReader.read(SourceFile.of(file.toString(), Files.readString(file))),
              Options.DEFAULT.withMemory(memory));
      ModuleNode module = sany.module(test.name(), test.module());
      assertThat(new LazyFunctions(module, variables(module)).found()).as("%s", file).isEmpty();
    }
  }

  /** What the issues show is found. */
  @Test
  void shapesOfTheIssuesAreFound() {
    String module =
        """
        ---- MODULE Shapes ----
        EXTENDS Naturals, Sequences, TLC
        VARIABLE x
        F(seq) == SubSeq(seq, 2, 2)
        G(f) == [f EXCEPT ![2] = 1]
        Bad == F([[i \\in 1..4 |-> 0] EXCEPT ![2] = 1])
        Worse == LET f == [i \\in 1..4 |-> 0] IN [r |-> f]
        Init == x = G(Worse.r)
        Good == G(TLCEval([i \\in 1..4 |-> 0]))
        ====
        """;
    ModuleNode root = new Sany(directory).module("Shapes", module);
    assertThat(new LazyFunctions(root, Set.of()).found())
        .hasSize(3)
        .anyMatch(f -> f.startsWith("SubSeq"))
        .anyMatch(f -> f.startsWith("$Except"));
    assertThat(
            new LazyFunctions(
                    new Sany(directory)
                        .module("Shapes", module.replace("[i", "TLCEval([i").replace("0]", "0])")),
                    Set.of())
                .found())
        .isEmpty();
  }

  /** All variables, or with a view those that it has as they are. */
  private static Set<String> viewed(Specification spec, boolean view) {
    if (!view) {
      return Set.copyOf(spec.variables());
    }
    String relevant = spec.module().substring(spec.module().indexOf("\nRelevant =="));
    String tuple = relevant.substring(relevant.indexOf("\n  IN  <<"), relevant.indexOf(">>\n\n"));
    return Stream.of(tuple.split(","))
        .map(String::strip)
        .filter(spec.variables()::contains)
        .collect(Collectors.toSet());
  }

  private static Set<String> variables(ModuleNode module) {
    return Arrays.stream(module.getVariableDecls())
        .map(v -> v.getName().toString())
        .collect(Collectors.toSet());
  }

  private static List<Path> under(Path root, String ending) throws IOException {
    try (Stream<Path> files = Files.walk(root)) {
      return files
          .filter(f -> f.toString().endsWith(ending))
          .sorted()
          .collect(Collectors.toCollection(ArrayList::new));
    }
  }
}

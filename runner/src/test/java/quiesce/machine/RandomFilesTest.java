package quiesce.machine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import quiesce.interpreter.Bounds;
import quiesce.interpreter.Explorer;
import quiesce.lowering.Lowering;
import quiesce.machine.Verdicts.Verdict;
import quiesce.module.Atomicity;
import quiesce.module.Options;
import quiesce.property.Property;
import quiesce.source.Parser;
import quiesce.source.SourceException;
import quiesce.source.SourceFile;
import quiesce.steps.Program;
import quiesce.verdict.AtOnce;

/**
 * What is said of strategies made by chance is what the interpreter of steps finds: in coarse steps
 * and in fine ones, and nothing that falls there holds for any number. All of them have verdicts.
 */
@TestInstance(Lifecycle.PER_CLASS)
class RandomFilesTest {
  private final Verdicts verdicts = new Verdicts();
  private final EachNumber numbers = new EachNumber(verdicts, "sc");

  @AfterAll
  void stop() {
    verdicts.close();
  }

  /**
   * @param verdicts that TLC and the interpreter agree on
   * @param differences between them, and between the ways of asking TLC
   */
  private record Compared(Map<Property, Verdict> verdicts, List<String> differences) {}

  @Test
  void someAreJudgedAlike() {
    assertThat(compared(LongStream.range(0, 10), 1_000)).hasSizeGreaterThan(3);
  }

  @Tag("slow")
  @Test
  void manyAreJudgedAlike() {
    List<Compared> all = compared(LongStream.range(1_000, 1_900), 8_000);

    assertThat(all).hasSizeGreaterThan(500);
    for (Property p : Property.values()) {
      long violated = count(all, p, Verdict.VIOLATED);
      long holds = count(all, p, Verdict.HOLDS);
      System.out.printf("%s holds in %d files and is violated in %d%n", p, holds, violated);
      assertThat(violated).as("violated: %s", p).isGreaterThan(10);
      assertThat(holds).as("holds: %s", p).isGreaterThan(0);
    }
  }

  private static long count(List<Compared> all, Property p, Verdict verdict) {
    return all.stream().filter(c -> c.verdicts().get(p) == verdict).count();
  }

  /** Those that are accepted and small, without differences. */
  private List<Compared> compared(LongStream seeds, int most) {
    List<Supplier<Optional<Compared>>> questions =
        seeds.mapToObj(seed -> (Supplier<Optional<Compared>>) () -> compared(seed, most)).toList();
    List<Compared> all =
        AtOnce.run(questions, 2, c -> {}).stream().flatMap(Optional::stream).toList();
    assertThat(all.stream().flatMap(c -> c.differences().stream())).isEmpty();
    return all;
  }

  private Optional<Compared> compared(long seed, int most) {
    SourceFile file = SourceFile.of("file-" + seed + ".c", RandomFile.of(seed));
    boolean compiler = seed % 3 == 0;
    Program program;
    try {
      program = Lowering.lower(Parser.parse(file), compiler);
    } catch (SourceException e) {
      return Optional.empty();
    }
    // Two modules are two threads more, and what they do wrong takes both.
    int states = program.providers() > 1 ? 4 * most : most;
    return bounds(program, seed)
        .flatMap(
            b ->
                Explorer.explore(program, b, states).map(f -> f.violated()).stream()
                    .map(violated -> compared(file, options(b, compiler), violated)))
        .findFirst();
  }

  /** With two modules that register, one registration would be too few to tell them apart. */
  private static Stream<Bounds> bounds(Program program, long seed) {
    Bounds oneCpu = new Bounds(1, 2);
    Bounds oneRegistration = new Bounds(2, 1);
    if (program.providers() > 1) {
      return Stream.of(new Bounds(2, 2), oneCpu);
    }
    return seed % 2 == 0
        ? Stream.of(new Bounds(2, 2), oneCpu, oneRegistration)
        : Stream.of(new Bounds(2, 2), oneRegistration, oneCpu);
  }

  private static Options options(Bounds b, boolean compiler) {
    return Options.DEFAULT.withCompiler(compiler).withBounds(b.cpus(), b.registrations());
  }

  private Compared compared(SourceFile file, Options options, Set<Property> violated) {
    Map<Property, Verdict> coarse = verdicts.of(file, options);
    Map<Property, Verdict> fine = verdicts.of(file, options.withAtomicity(Atomicity.FINE));
    Set<Property> lifted = numbers.holding(file, options);
    List<String> differences = new ArrayList<>();
    for (Property p : Property.values()) {
      boolean falls = violated.contains(p);
      if (falls != (coarse.get(p) == Verdict.VIOLATED)
          || coarse.get(p) != fine.get(p)
          || falls && lifted.contains(p)) {
        differences.add(
            "%s: %s with %d CPUs and %d registrations, compiler %s: %s in coarse steps, %s in fine ones, %s for any number, %s by the interpreter%n%s"
                .formatted(
                    file.name(),
                    p,
                    options.cpus().number(),
                    options.registrations().number(),
                    options.compiler() ? "on" : "off",
                    coarse.get(p),
                    fine.get(p),
                    lifted.contains(p) ? "holds" : "open",
                    falls ? "falls" : "does not fall",
                    String.join("\n", file.lines())));
      }
    }
    return new Compared(coarse, differences);
  }
}

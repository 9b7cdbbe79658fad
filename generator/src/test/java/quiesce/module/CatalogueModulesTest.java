package quiesce.module;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import quiesce.tla.Printer;
import quiesce.tla.Simplification;
import quiesce.tla.Unit;

/**
 * The modules of the catalogue, under each memory model, are what somebody who knows TLA+ would
 * have written: narrow, and without residue.
 */
class CatalogueModulesTest {
  private static final Pattern IDLE = Pattern.compile("^(\\w+)_Idle ==", Pattern.MULTILINE);
  private static final Pattern TYPED = Pattern.compile("(\\w+) :");
  private static final Pattern WORD = Pattern.compile("\\w+");

  /** A strategy under a memory model. */
  record Subject(Path file, String memory) {
    Specification specification() {
      return Samples.emit(file, Options.DEFAULT.withMemory(memory));
    }

    @Override
    public String toString() {
      return file.getParent().getFileName() + " under " + memory;
    }
  }

  static Stream<Subject> modules() {
    return Stream.of("sc", "tso", "weak")
        .flatMap(m -> Samples.catalogue().stream().map(f -> new Subject(f, m)));
  }

  @ParameterizedTest
  @MethodSource("modules")
  void isNarrowHasNoResidueAndReadsFieldsThatAreThere(Subject subject) {
    Specification spec = subject.specification();
    List<Unit> units = units(spec);

    assertThat(spec.module().lines())
        .allSatisfy(l -> assertThat(l).hasSizeLessThanOrEqualTo(Printer.WIDTH));
    assertThat(units)
        .allSatisfy(u -> assertThat(u.name().isPresent()).isEqualTo(u.definition().isPresent()))
        .as("no conjunction of one")
        .allSatisfy(u -> assertThat(u.asWritten()).as(u.text()).isTrue());
    List<Unit> shared = units.stream().filter(u -> !isOfOneThread(u)).toList();
    assertThat(Simplification.of(shared).units())
        .as("nothing in excess, and no condition that holds always or never")
        .isEqualTo(shared);
    assertThat(names(Simplification.used(units, roots(spec)))).isEqualTo(names(units));
    assertFieldsAreThere(spec.module());
  }

  @ParameterizedTest
  @ValueSource(strings = {"counts/bit-lock", "counts/percpu-ref-no-wait"})
  void readsNoFieldOfWhatDecidesAnEarlyStore(String rule) {
    Path file = Samples.RULES.resolve(rule + ".c");
    assertFieldsAreThere(new Subject(file, "weak").specification().module());
  }

  /** Else TLC would say so, as late as it comes to that action. */
  private static void assertFieldsAreThere(String module) {
    int types = module.indexOf("\nTypeOK ==");
    Set<String> fields = groups(TYPED, module.substring(types, module.indexOf("\n\n", types + 1)));
    String threads = String.join("|", groups(IDLE, module));
    Pattern read = Pattern.compile("\\b(?:%s)(?:\\[\\w+\\])?\\.(\\w+)".formatted(threads));
    assertThat(fields).containsAll(groups(read, module.replaceAll("\"[^\"]*\"", "")));
  }

  private static Set<String> groups(Pattern pattern, String text) {
    return pattern.matcher(text).results().map(r -> r.group(1)).collect(Collectors.toSet());
  }

  /** Threads that are alike have each their own all the same: it is named after the function. */
  private static boolean isOfOneThread(Unit unit) {
    return unit.name().filter(n -> n.endsWith("_Idle") || n.endsWith("_MayStep")).isPresent();
  }

  private static List<Unit> units(Specification spec) {
    String module = spec.module();
    return Unit.read(module.substring(0, module.stripTrailing().lastIndexOf('\n')));
  }

  private static Set<String> roots(Specification spec) {
    return Stream.concat(Stream.of(spec.safety()), spec.liveness().stream())
        .flatMap(c -> WORD.matcher(c).results())
        .map(r -> r.group())
        .collect(Collectors.toSet());
  }

  /** With their parameters. */
  private static List<String> names(List<Unit> units) {
    List<String> all = new ArrayList<>();
    for (Unit u : units) {
      Optional<String> name = u.definition().map(d -> d.name() + d.parameters());
      name.ifPresent(all::add);
    }
    return all;
  }
}

package quiesce.machine;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import quiesce.catalogue.Cut;
import quiesce.module.Options;
import quiesce.source.Item;
import quiesce.source.Parser;
import quiesce.source.SourceFile;
import quiesce.source.Strategy;
import quiesce.verdict.Subject;

/** A strategy that is cut out of itself is the same. */
class CutStrategiesTest {
  static List<Path> catalogue() {
    return MachineFiles.under(MachineFiles.CATALOGUE);
  }

  static List<Path> rules() {
    return MachineFiles.under(MachineFiles.RULES);
  }

  @ParameterizedTest
  @MethodSource("catalogue")
  void theSpecificationIsThatOfTheWholeFile(Path path) {
    SourceFile file = MachineFiles.read(path);

    SourceFile cut = new Cut(file.name(), named(Parser.parse(file))).of(file);

    assertThat(specification(cut)).isEqualTo(specification(file));
  }

  @ParameterizedTest
  @MethodSource("rules")
  @Tag("slow")
  void thatOfEachRuleIsToo(Path path) {
    theSpecificationIsThatOfTheWholeFile(path);
  }

  /** Who is called from outside, and what is registered. */
  private static List<String> named(Strategy strategy) {
    return Stream.of(
            strategy.items(Item.Function.class).stream()
                .filter(f -> !f.roles().isEmpty())
                .map(Item::name),
            strategy.items(Item.Initcall.class).stream().map(Item.Initcall::function),
            strategy.items(Item.ObjectInitialiser.class).stream().map(Item::name))
        .flatMap(names -> names)
        .distinct()
        .toList();
  }

  private static String specification(SourceFile file) {
    return Subject.of(file, Options.DEFAULT).first().files().toString();
  }
}

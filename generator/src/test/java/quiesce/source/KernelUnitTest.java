package quiesce.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What is C in the kernel, and is here. */
class KernelUnitTest {
  static List<KernelUnit> all() {
    return KernelUnit.all();
  }

  @ParameterizedTest
  @MethodSource("all")
  void whatItDefinesIsKnownBeforeItIsParsed(KernelUnit unit) {
    assertThat(KernelUnit.names(unit.file()))
        .containsExactlyElementsOf(unit.items().stream().map(Item::name).toList());
  }
}

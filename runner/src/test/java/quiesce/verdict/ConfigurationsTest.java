package quiesce.verdict;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;
import quiesce.property.Property;

class ConfigurationsTest {
  private static final String CONFIGURATION =
      """
      SPECIFICATION Spec
      CONSTANTS
        NULL = NULL
      INVARIANTS
        NoNullDereference
        NoDeadlock
      CHECK_DEADLOCK FALSE
      """;

  @Test
  void onlyTheWantedPropertiesStay() {
    assertThat(Configurations.keeping(Set.of(Property.NO_DEADLOCK), CONFIGURATION))
        .isEqualTo(
            """
            SPECIFICATION Spec
            CONSTANTS
              NULL = NULL
            INVARIANTS
              NoDeadlock
            CHECK_DEADLOCK FALSE
            """);
  }

  @Test
  void withNoneTheHeadingGoesToo() {
    assertThat(Configurations.keeping(Set.of(), CONFIGURATION))
        .doesNotContain("INVARIANTS")
        .contains("CHECK_DEADLOCK FALSE");
  }
}

package quiesce.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FieldTest {
  private static final Set<String> LOCALS =
      new TreeSet<>(Set.of("cbs", "cbs_dep", "WF_x", "xWF_x", "xxSF_", "_1", "x_1", "at", "at_"));

  @ParameterizedTest
  @ValueSource(strings = {"cbs_dep", "xWF_x_dep", "xxWF_x_dep", "xxxSF__dep", "x_1", "branch_1"})
  void besideThoseOfLocalsIsCalledTheSameEverywhere(String wish) {
    String name = Field.apart(wish, LOCALS);

    assertThat(Field.of(name)).isEqualTo(name);
    assertThat(LOCALS.stream().map(Field::of)).doesNotContain(name);
  }

  @ParameterizedTest
  @ValueSource(strings = {"WF_x", "xWF_x", "_1", "x_1", "at", "at_", "cbs", "THEN"})
  void ofALocalIsOfNoOther(String local) {
    assertThat(LOCALS.stream().filter(l -> !l.equals(local)).map(Field::of))
        .doesNotContain(Field.of(local));
  }
}

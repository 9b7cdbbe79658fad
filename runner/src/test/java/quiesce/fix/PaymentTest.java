package quiesce.fix;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class PaymentTest {
  @Test
  void readersComeFirstThenChangesThenUpdates() {
    assertThat(
            Stream.of(
                    new Payment(2, 1, 1),
                    new Payment(1, 9, 9),
                    new Payment(1, 2, 9),
                    new Payment(1, 2, 3))
                .sorted())
        .containsExactly(
            new Payment(1, 2, 3), new Payment(1, 2, 9), new Payment(1, 9, 9), new Payment(2, 1, 1));
  }

  @Test
  void whatIsBetterInOneThingIsLeftForNothing() {
    assertThat(new Payment(1, 3, 9).dominates(new Payment(2, 1, 1))).isFalse();
    assertThat(new Payment(2, 1, 1).dominates(new Payment(1, 3, 9))).isFalse();
    assertThat(new Payment(1, 1, 1).dominates(new Payment(1, 1, 1))).isFalse();
    assertThat(new Payment(1, 1, 1).dominates(new Payment(1, 2, 1))).isTrue();
  }

  @Property
  void whatDominatesComesBefore(@ForAll("any") Payment one, @ForAll("any") Payment other) {
    if (one.dominates(other)) {
      assertThat(one).isLessThan(other);
      assertThat(other.dominates(one)).isFalse();
    }
  }

  @Provide
  static Arbitrary<Payment> any() {
    return Combinators.combine(
            Arbitraries.longs().between(0, 3),
            Arbitraries.integers().between(0, 3),
            Arbitraries.longs().between(0, 3))
        .as(Payment::new);
  }
}

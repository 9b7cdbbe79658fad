package quiesce.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;

class LeftoversTest {
  @Test
  void onlyWhatListensIsAPortInUse() {
    String table =
        """
          sl  local_address rem_address   st tx_queue rx_queue tr tm->when retrnsmt   uid
           0: 0100007F:1F90 00000000:0000 0A 00000000:00000000 00:00000000 00000000     0
           1: 0100007F:1F91 0100007F:1F90 01 00000000:00000000 00:00000000 00000000     0
        """;

    assertThat(Leftovers.listening(table)).containsExactly("0100007F:1F90");
  }

  @Test
  void whatWasThereBeforeIsNotLeft() {
    Leftovers before = new Leftovers(Set.of("1"), Set.of("a"), Set.of());
    Leftovers after = new Leftovers(Set.of("1", "2"), Set.of("a"), Set.of("p"));

    assertThat(after.since(before)).isEqualTo(new Leftovers(Set.of("2"), Set.of(), Set.of("p")));
  }
}

package quiesce.sweep;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class ShardTest {
  @Property(tries = 300)
  void eachPointIsInOneShardAndTheShardsAreAlike(
      @ForAll @IntRange(max = 300) int points, @ForAll @IntRange(min = 1, max = 40) int of) {
    List<Integer> all = IntStream.range(0, points).boxed().toList();
    List<Integer> shared = new ArrayList<>();
    for (int i = 1; i <= of; i++) {
      List<Integer> share = new Shard(i, of).of(all);
      assertThat(share).isSorted().hasSizeBetween(points / of, points / of + 1);
      shared.addAll(share);
    }

    assertThat(shared).containsExactlyInAnyOrderElementsOf(all);
  }

  /** As many as there are shards, from a multiple of that on. */
  @Property(tries = 300)
  void thePointsOfARoundGoToDifferentShards(
      @ForAll @IntRange(max = 20) int round, @ForAll @IntRange(min = 1, max = 20) int of) {
    List<Integer> all = IntStream.range(0, (round + 1) * of).boxed().toList();

    for (int i = 1; i <= of; i++) {
      assertThat(new Shard(i, of).of(all).stream().filter(p -> p >= round * of)).hasSize(1);
    }
  }

  /** The last number of registrations is the one that takes long. */
  @Property(tries = 100)
  void noShardHasAllOfTheLargest(@ForAll @IntRange(min = 2, max = 8) int of) {
    List<Integer> registrations = IntStream.range(0, of * of).map(i -> i % of).boxed().toList();

    for (int i = 1; i <= of; i++) {
      assertThat(new Shard(i, of).of(registrations)).doesNotHaveDuplicates();
    }
  }

  @Test
  void oneShardIsTheWhole() {
    assertThat(Shard.WHOLE.of(List.of("a", "b"))).containsExactly("a", "b");
    assertThatThrownBy(() -> new Shard(4, 3)).isInstanceOf(IllegalArgumentException.class);
  }
}

package quiesce.patch;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.difflib.DiffUtils;
import com.github.difflib.UnifiedDiffUtils;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import quiesce.source.SourceFile;

/** A diff leads from one file to the other, and back. */
class PatchPropertiesTest {
  @Property(tries = 500)
  void aDiffLeadsForthAndBack(
      @ForAll("lines") List<String> before,
      @ForAll("lines") List<String> after,
      @ForAll @IntRange(max = 3) int context) {
    Assume.that(!before.equals(after) && !before.isEmpty() && !after.isEmpty());
    Change change = change(before, after, context);

    assertThat(change.to(before).lines()).isEqualTo(after);
    assertThat(change.reversed().to(after).lines()).isEqualTo(before);
    assertThat(change.reversed().reversed()).isEqualTo(change);
  }

  private static Change change(List<String> before, List<String> after, int context) {
    List<String> diff =
        UnifiedDiffUtils.generateUnifiedDiff(
            "a/x.c", "b/x.c", before, DiffUtils.diff(before, after), context);
    return Patch.of(new SourceFile("<stdin>", diff)).orElseThrow().changes().get(0);
  }

  @Provide
  Arbitrary<List<String>> lines() {
    return Arbitraries.of("", "{", "}", "-- a", "++ b", "@@ -1 +1 @@", " x", "diff --git a/x b/x")
        .list()
        .ofMaxSize(20);
  }
}

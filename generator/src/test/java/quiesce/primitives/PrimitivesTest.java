package quiesce.primitives;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The table of primitives, and what the documentation lists. */
class PrimitivesTest {
  private static final Pattern CALLED = Pattern.compile("`(\\w+)(?:\\([^`]*)?`");

  /** The documentation says of these once what they do to a name. */
  private static final String ORDER = "_(relaxed|acquire|release)$";

  @Test
  void documentationOfLitmusTestsListsEveryPrimitiveAndNoOther() throws IOException {
    assertThat(listed("litmus.md")).containsAll(families(Dialect.LITMUS));
    assertThat(Primitives.names(Dialect.LITMUS)).containsAll(listed("litmus.md"));
  }

  @Test
  void nameOfTheOtherProfileIsKnownAndNotCallable() {
    assertThat(Primitives.find("WARN_ON", Dialect.LITMUS)).isEmpty();
    assertThat(Primitives.instead("WARN_ON", Dialect.LITMUS)).isPresent();
    assertThat(Primitives.instead("my_function", Dialect.LITMUS)).isEmpty();
  }

  @Test
  void refusedNameIsNotOffered() {
    assertThat(Primitives.names(Dialect.STRATEGY)).doesNotContain("call_rcu_tasks");
    assertThat(Primitives.instead("call_rcu_tasks", Dialect.STRATEGY).orElseThrow())
        .contains("synchronize_rcu()");
  }

  @Test
  void everyNameOfAFamilyIsInTheTable() {
    assertThat(Primitives.names(Dialect.LITMUS))
        .contains("atomic_long_fetch_andnot_release", "atomic64_sub_and_test", "xchg_acquire")
        .doesNotContain("atomic_fetch_inc_not_zero", "atomic_and_return");
  }

  /** The names without the suffixes and types that the documentation speaks of once. */
  private static Set<String> families(Dialect dialect) {
    Set<String> names = Primitives.names(dialect);
    return names.stream()
        .filter(n -> !isPrint(n, dialect))
        .map(n -> n.replaceFirst("^atomic(64|_long)_", "atomic_"))
        .map(n -> names.contains(n.replaceFirst(ORDER, "")) ? n.replaceFirst(ORDER, "") : n)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static boolean isPrint(String name, Dialect dialect) {
    return Primitives.find(name, dialect).orElseThrow().meaning() instanceof Primitive.Prints;
  }

  /** What is called in the first column of the table of primitives. */
  private static Set<String> listed(String page) throws IOException {
    Set<String> all = new TreeSet<>();
    String text = Files.readString(Path.of("../docs", page));
    Matcher table = Pattern.compile("(?m)^\\| primitives? \\|.*\\n(\\|.*\\n)+").matcher(text);
    assertThat(table.find()).isTrue();
    table
        .group()
        .lines()
        .map(row -> row.split("(?<!\\\\)\\|")[1])
        .forEach(
            cell -> {
              Matcher call = CALLED.matcher(cell);
              while (call.find()) {
                all.add(call.group(1));
              }
            });
    all.removeAll(Set.of("x"));
    return all;
  }
}

package quiesce.machine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import quiesce.interpreter.Bounds;
import quiesce.interpreter.Explorer;
import quiesce.interpreter.Findings;
import quiesce.lowering.Lowering;
import quiesce.machine.Verdicts.Verdict;
import quiesce.property.Property;
import quiesce.source.Parser;

/**
 * What is expected of the strategies that show the rules of the machine is what the interpreter of
 * steps finds, which knows no TLA+.
 */
class InterpreterTest {
  private static final Bounds BOUNDS = new Bounds(2, 2);
  private static final int MOST = 400_000;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "allocation/allocated-by-work-no-wait.c",
        "allocation/freed-before-the-grace-period.c",
        "allocation/freed-twice.c",
        "arrays/index-any-value.c",
        "atomics/inc-not-zero.c",
        "compiler/late-store-to-member.c",
        "compiler/reload.c",
        "contexts/irq-save-softirq.c",
        "control/goto-unwinding.c",
        "control/wait-before-unpublishing.c",
        "functions/data-of-the-next.c",
        "functions/data-under-a-lock.c",
        "functions/function-of-a-struct.c",
        "functions/stubs-of-two-kinds.c",
        "harness/module-pointer-left.c",
        "harness/pinned.c",
        "harness/pointer-left.c",
        "harness/register-fails-int.c",
        "harness/snapshot-torn.c",
        "interrupts/disable-irq-enabled.c",
        "interrupts/disable-irq-nested.c",
        "interrupts/irq-thread-woken.c",
        "later/object-work-left.c",
        "later/object-work-of-two-left.c",
        "lists/list-under-lock.c",
        "lists/list-unsafe-walk.c",
        "lists/rcu-list-deleted-plainly.c",
        "locks/ab-ba.c",
        "locks/object-lock.c",
        "locks/object-lock-allocated-only.c",
        "locks/object-lock-initialised-late.c",
        "locks/object-lock-irq.c",
        "locks/object-lock-not-waited-for.c",
        "locks/object-lock-trylock.c",
        "locks/object-lock-waited-for.c",
        "locks/object-mutex-waited-for.c",
        "modules/module-got-too-late.c",
        "modules/module-got-under-lock.c",
        "modules/module-is-going.c",
        "modules/module-put-too-early.c",
        "objects/optional-slot-tested.c",
        "rcu/reader-never-leaves.c",
        "rcu/task-rcu-read-lock.c",
        "readers-writers/down-read-trylock.c",
        "readers-writers/read-trylock-in-a-handler.c",
        "readers-writers/read-trylock-in-vain.c",
        "srcu/wrong-domain.c",
        "static-calls/return0-or-callback.c",
        "structs/default-struct-member.c",
        "structs/default-struct-no-wait.c",
        "tasks/preempt-enable-too-early.c",
        "waits/kthread-sleeps.c",
        "waits/module-kthread.c"
      })
  void representativeRulesAreAsExpected(String name) {
    Path file = MachineFiles.RULES.resolve(name);
    Optional<Findings> found = found(file);

    assertThat(found).as("at most %d states", MOST).isPresent();
    assertAsExpected(file, found.get());
  }

  static Stream<Path> everything() {
    return Stream.of(MachineFiles.RULES, MachineFiles.CATALOGUE)
        .flatMap(root -> MachineFiles.under(root).stream());
  }

  @Tag("slow")
  @ParameterizedTest
  @MethodSource("everything")
  void everythingIsAsExpected(Path file) {
    Optional<Findings> found = found(file);
    assumeTrue(found.isPresent(), "more than " + MOST + " states");

    assertAsExpected(file, found.get());
  }

  private static Optional<Findings> found(Path file) {
    return Explorer.explore(
        Lowering.lower(Parser.parse(MachineFiles.read(file)), true), BOUNDS, MOST);
  }

  private static void assertAsExpected(Path path, Findings found) {
    Map<Property, Verdict> expected = MachineFiles.expected(MachineFiles.read(path));
    Map<Property, Boolean> violated = new EnumMap<>(Property.class);
    expected.keySet().forEach(p -> violated.put(p, expected.get(p) == Verdict.VIOLATED));
    assertThat(violated)
        .allSatisfy((p, is) -> assertThat(found.violated().contains(p)).as("%s", p).isEqualTo(is));
  }
}

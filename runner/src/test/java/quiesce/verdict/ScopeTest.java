package quiesce.verdict;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import quiesce.lowering.Lowering;
import quiesce.module.Count;
import quiesce.module.Options;
import quiesce.source.Parser;
import quiesce.source.SourceFile;
import quiesce.steps.Program;

/** A pass says how much was explored of what has no bound. */
class ScopeTest {
  private static final String TEXT =
      """
      struct entry { int size; struct module *owner; int (*f)(void); };
      struct entry *gp;
      __register void reg(struct entry *e) { WRITE_ONCE(gp, e); }
      __unregister void unreg(struct entry *e) { WRITE_ONCE(gp, NULL); synchronize_rcu(); }
      """;

  @Test
  void allocationsOfOthersThanTheProviderAreNamed() {
    Program program =
        program(
            "struct kept { int n; }; struct kept *kp;"
                + " __task void keep(void) { struct kept *k = kzalloc(sizeof(*k), GFP_KERNEL);"
                + " WRITE_ONCE(kp, k); }");

    assertThat(Scope.of(program, Options.DEFAULT.withBounds(2, 3)).text())
        .isEqualTo("2 CPUs and 3 registrations, 3 allocations by keep()");
    assertThat(Scope.of(program, Options.DEFAULT.with(Count.ANY, Count.ANY)).text())
        .isEqualTo("any number of CPUs and registrations, 2 allocations by keep()");
  }

  @Test
  void referencesToAModuleHoldUpItsExitAlone() {
    Program program =
        program(
            "__task void use(void) { struct entry *e; rcu_read_lock(); e = rcu_dereference(gp);"
                + " if (e && try_module_get(e->owner)) { module_put(e->owner); }"
                + " rcu_read_unlock(); }");

    assertThat(Scope.of(program, Options.DEFAULT.withBounds(2, 3)).text())
        .isEqualTo("2 CPUs and 3 registrations, unregistered by module_exit() alone");
  }

  @Test
  void whereOnlyTheProviderAllocatesRegistrationsSayIt() {
    Program program = program("__task void look(void) { struct entry *e = READ_ONCE(gp); }");

    assertThat(Scope.of(program, Options.DEFAULT.withBounds(2, 3)).text())
        .isEqualTo("2 CPUs and 3 registrations");
  }

  private static Program program(String reader) {
    return Lowering.lower(Parser.parse(SourceFile.of("scope.c", TEXT + reader)), true);
  }
}

package quiesce.specs;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import quiesce.module.Options;
import quiesce.property.Property;
import quiesce.verdict.PropertyVerdict;
import quiesce.verdict.StrategyVerdicts;
import quiesce.verdict.Subject;
import quiesce.verdict.Verdict;

/**
 * Takes each line that matters out of the strategies that are safe. A mutant is killed only by a
 * property that is violated: one that does not parse, or that nobody can judge, is a failure.
 */
class MutantsTest {
  /**
   * @param line what is replaced; it must be there
   * @param falls the property that must be violated
   */
  record Mutant(String strategy, String what, String line, String replacement, Property falls) {}

  private static final String PUBLISH = "rcu_assign_pointer(perf_guest_cbs, cbs);";
  private static final String UNPUBLISH = "rcu_assign_pointer(perf_guest_cbs, NULL);";
  private static final String WAIT = "synchronize_rcu();";
  private static final String CHECK = "if (cbs && cbs->is_in_guest())";

  private static final String DATA = "rcu_assign_pointer(rx_handler_data, p);";
  private static final String HANDLER = "rcu_assign_pointer(rx_handler, br_handle_frame);";

  static final List<Mutant> MUTANTS =
      List.of(
          new Mutant("rcu", "no wait", WAIT, "", Property.NO_DEREFERENCE_AFTER_TEARDOWN),
          new Mutant(
              "rcu",
              "no unpublication",
              UNPUBLISH,
              "",
              Property.READERS_OBSERVE_NULL_AFTER_GRACE_PERIOD),
          new Mutant(
              "rcu",
              "the wait first",
              UNPUBLISH + "\n\t" + WAIT,
              WAIT + "\n\t" + UNPUBLISH,
              Property.PRIOR_READERS_COMPLETE),
          new Mutant(
              "rcu",
              "a plain load",
              "rcu_dereference(perf_guest_cbs)",
              "perf_guest_cbs",
              Property.NO_NULL_DEREFERENCE),
          new Mutant(
              "rcu", "no check", CHECK, "if (cbs->is_in_guest())", Property.NO_NULL_DEREFERENCE),
          new Mutant("rcu", "the wrong object", "!= cbs", "== cbs", Property.NO_WARNING),
          new Mutant("rcu-once", "no wait", WAIT, "", Property.NO_DEREFERENCE_AFTER_TEARDOWN),
          new Mutant(
              "rcu-once",
              "a plain load",
              "READ_ONCE(perf_guest_cbs)",
              "perf_guest_cbs",
              Property.NO_NULL_DEREFERENCE),
          new Mutant(
              "rcu-once",
              "no unpublication",
              "WRITE_ONCE(perf_guest_cbs, NULL);",
              "",
              Property.READERS_OBSERVE_NULL_AFTER_GRACE_PERIOD),
          new Mutant("state-call", "no wait", WAIT, "", Property.NO_DEREFERENCE_AFTER_TEARDOWN),
          new Mutant(
              "state-call",
              "no unpublication",
              UNPUBLISH,
              "",
              Property.READERS_OBSERVE_NULL_AFTER_GRACE_PERIOD),
          new Mutant(
              "state-call", "no check", "if (!cbs)", "if (false)", Property.NO_NULL_DEREFERENCE),
          new Mutant(
              "state-call",
              "a plain load",
              "rcu_dereference(perf_guest_cbs)",
              "perf_guest_cbs",
              Property.NO_NULL_DEREFERENCE),
          new Mutant(
              "per-cpu-owner",
              "preemption on",
              "preempt_disable();",
              "",
              Property.NO_DEREFERENCE_AFTER_TEARDOWN),
          new Mutant(
              "per-cpu-owner",
              "the pointer left behind",
              "this_cpu_write(perf_guest_cbs, NULL);",
              "",
              Property.NO_DEREFERENCE_AFTER_TEARDOWN),
          new Mutant(
              "static-call-kvm", "no wait", WAIT, "", Property.NO_DEREFERENCE_AFTER_TEARDOWN),
          new Mutant(
              "static-call-kvm",
              "the state not patched back",
              "static_call_update(guest_state, (void *)&__static_call_return0);",
              "",
              Property.READERS_OBSERVE_NULL_AFTER_GRACE_PERIOD),
          new Mutant(
              "static-call-kvm",
              "a guest that pins nobody",
              "__task __pins_provider",
              "__task",
              Property.CONSISTENT_SNAPSHOT),
          new Mutant(
              "static-call-kvm",
              "the guest's state left behind",
              "this_cpu_write(guest_running, false);",
              "",
              Property.CONSISTENT_SNAPSHOT),
          new Mutant(
              "optional-slot-fixed",
              "the setup last",
              "hardware_setup(cbs);\n\t" + PUBLISH,
              PUBLISH + "\n\thardware_setup(cbs);",
              Property.NO_NULL_DEREFERENCE),
          new Mutant(
              "optional-slot-fixed",
              "no setup",
              "\thardware_setup(cbs);\n",
              "\tif (false)\n\t\thardware_setup(cbs);\n",
              Property.NO_NULL_DEREFERENCE),
          new Mutant(
              "optional-slot-fixed",
              "an unordered publication",
              PUBLISH,
              "WRITE_ONCE(perf_guest_cbs, cbs);",
              Property.NO_NULL_DEREFERENCE),
          new Mutant(
              "optional-slot-fixed", "no wait", WAIT, "", Property.NO_DEREFERENCE_AFTER_TEARDOWN),
          new Mutant(
              "built-in",
              "no check",
              CHECK,
              "if (cbs->is_in_guest())",
              Property.NO_NULL_DEREFERENCE),
          new Mutant(
              "two-providers-cmpxchg",
              "check, then publish",
              "if (cmpxchg(&perf_guest_cbs, NULL, cbs))\n\t\treturn -16; /* -EBUSY */\n",
              "if (READ_ONCE(perf_guest_cbs))\n\t\treturn -16;\n\tWRITE_ONCE(perf_guest_cbs, cbs);\n",
              Property.SINGLE_PROVIDER),
          new Mutant(
              "two-providers-cmpxchg", "no wait", WAIT, "", Property.NO_DEREFERENCE_AFTER_TEARDOWN),
          new Mutant("nmi-handler", "no wait", WAIT, "", Property.NO_DEREFERENCE_AFTER_TEARDOWN),
          new Mutant(
              "nmi-handler",
              "no dummy",
              "nmi_callback = dummy_nmi_callback;",
              "nmi_callback;",
              Property.NO_NULL_DEREFERENCE),
          new Mutant("posted-intr", "no wait", WAIT, "", Property.NO_DEREFERENCE_AFTER_TEARDOWN),
          new Mutant(
              "posted-intr",
              "NULL in place of the dummy",
              "= dummy_handler;\n\t\t" + WAIT,
              "= NULL;\n\t\t" + WAIT,
              Property.NO_NULL_DEREFERENCE),
          new Mutant(
              "irq-ready-first",
              "the interrupt not freed",
              "free_irq(CHIP_IRQ, NULL);",
              "",
              Property.NO_NULL_DEREFERENCE),
          new Mutant(
              "udc-callbacks",
              "no wait",
              "synchronize_irq(UDC_IRQ);",
              "",
              Property.NO_DEREFERENCE_AFTER_TEARDOWN),
          new Mutant("udc-callbacks", "no check", "if (d)\n\t\t", "", Property.NO_NULL_DEREFERENCE),
          new Mutant(
              "timer-shutdown",
              "no interrupt freed",
              "free_irq(PORT_IRQ, NULL);",
              "",
              Property.NO_DEREFERENCE_AFTER_TEARDOWN),
          new Mutant(
              "timer-shutdown",
              "no wait",
              "timer_shutdown_sync",
              "timer_shutdown",
              Property.NO_DEREFERENCE_AFTER_TEARDOWN),
          new Mutant(
              "timer-delete-sync",
              "no deletion",
              "timer_delete_sync(&dog->timer);",
              "",
              Property.NO_DEREFERENCE_AFTER_TEARDOWN),
          new Mutant(
              "rcu-callback",
              "a grace period in place of the barrier",
              "rcu_barrier();",
              WAIT,
              Property.NO_DEREFERENCE_AFTER_TEARDOWN),
          new Mutant(
              "cpu-pm",
              "no unregistration",
              "atomic_notifier_chain_unregister(&cpu_pm_notifier, nb);",
              "",
              Property.NO_DEREFERENCE_AFTER_TEARDOWN),
          new Mutant(
              "rx-handler",
              "the data published last",
              DATA + "\n\t" + HANDLER,
              HANDLER + "\n\t" + DATA,
              Property.NO_NULL_DEREFERENCE),
          new Mutant(
              "rx-handler-acquire",
              "no wait",
              "synchronize_net();",
              "",
              Property.NO_DEREFERENCE_AFTER_TEARDOWN),
          new Mutant(
              "br-ioctl",
              "the mutex within rtnl",
              "/* the device is looked up here */",
              "mutex_lock(&br_ioctl_mutex);\n\tmutex_unlock(&br_ioctl_mutex);",
              Property.NO_DEADLOCK),
          new Mutant(
              "psock-saved",
              "no check",
              "if (saved_data_ready)\n\t\t",
              "",
              Property.NO_NULL_DEREFERENCE),
          new Mutant(
              "psock-saved",
              "softirqs on",
              "write_lock_bh(&sk_callback_lock);\n\tsaved_data_ready = NULL;\n\twrite_unlock_bh",
              "write_lock(&sk_callback_lock);\n\tsaved_data_ready = NULL;\n\twrite_unlock",
              Property.NO_DEADLOCK),
          new Mutant("util-hook", "no wait", WAIT, "", Property.NO_DEREFERENCE_AFTER_TEARDOWN),
          new Mutant(
              "srcu-hook",
              "no section",
              "idx = srcu_read_lock(&hook_srcu);",
              "",
              Property.NO_DEREFERENCE_AFTER_TEARDOWN));

  @Test
  void everyLineThatMattersIsMissedWhenItIsGone() {
    List<Subject> subjects = new ArrayList<>();
    for (Mutant m : MUTANTS) {
      String original = Strategies.text(m.strategy());
      assertThat(original).contains(m.line());
      String text = original.replace(m.line(), m.replacement());
      if (m.what().equals("preemption on")) {
        text = text.replace("preempt_enable();", "");
      }
      if (m.what().equals("no section")) {
        text = text.replace("srcu_read_unlock(&hook_srcu, idx);", "");
      }
      subjects.add(Strategies.subject(m.strategy(), text, Options.DEFAULT));
    }
    for (int i = 0; i < MUTANTS.size(); i++) {
      Mutant m = MUTANTS.get(i);
      StrategyVerdicts found = Strategies.check(List.of(subjects.get(i)), Set.of(m.falls())).get(0);
      assertThat(found.properties())
          .as(m.strategy() + ", " + m.what())
          .singleElement()
          .extracting(PropertyVerdict::verdict)
          .isInstanceOf(Verdict.Violated.class);
    }
  }

  @Test
  void everySafeStrategyHasMutants() {
    List<String> safe =
        Strategies.names().stream()
            .filter(n -> !Strategies.text(n).contains("expect: violates"))
            .toList();
    assertThat(MUTANTS).extracting(Mutant::strategy).containsAll(safe);
  }
}

package quiesce.reference;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import quiesce.reference.Views.Dependency;
import quiesce.reference.Views.History;
import quiesce.reference.Views.View;

/**
 * A state of the whole machine; the letters are those of the rules.
 *
 * @param pushed G
 * @param begun GP, for each domain
 * @param ended CS, for each domain
 */
record State(
    History history,
    View pushed,
    Map<String, View> begun,
    Map<String, View> ended,
    List<Cpu> cpus) {

  /** The end of a branch, among what a process has still to do. */
  static final int LEAVE = -1;

  /** A register's value. */
  record Known(Object value, Dependency dependency) {}

  /** What an unlock has left. */
  record Unlocked(View view, View floor, View wrote) {}

  /**
   * A read-side section in progress.
   *
   * @param index the register of an SRCU section; for RCU, how deep it is nested
   * @param within the section that it ends within, so that it need not be waited for
   */
  record Open(int process, String domain, String index, Optional<String> within) {}

  /**
   * A process.
   *
   * @param rest what is still to be done: numbers of instructions, or LEAVE
   * @param seen V
   * @param brought A
   * @param carried R
   * @param wrote W
   * @param floor F
   * @param broughtFloor FA
   * @param control C, and what it was outside of each branch
   * @param open the sections that it is in
   * @param awaited the sections that its grace period waits for
   */
  record Cpu(
      List<Integer> rest,
      SortedMap<String, Known> registers,
      View seen,
      View brought,
      View carried,
      View wrote,
      View floor,
      View broughtFloor,
      List<Dependency> control,
      Unlocked unlocked,
      List<Open> open,
      Set<Open> awaited) {

    Dependency decided() {
      return control.get(control.size() - 1);
    }
  }

  State with(int process, Cpu cpu) {
    List<Cpu> all = new ArrayList<>(cpus);
    all.set(process, cpu);
    return new State(history, pushed, begun, ended, all);
  }
}

package quiesce.reference;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import quiesce.reference.State.Cpu;
import quiesce.reference.State.Known;
import quiesce.reference.State.Open;
import quiesce.reference.State.Unlocked;
import quiesce.reference.Views.Dependency;
import quiesce.reference.Views.History;
import quiesce.reference.Views.View;

/** A state in the making: what one process sees of it, and changes. */
final class Work {
  private final State before;
  final int process;

  /** How many ends of branches the instruction has passed. */
  private final int passed;

  final List<Integer> rest;
  final TreeMap<String, Known> registers;
  final List<Dependency> branches;
  final List<Open> open;

  /** The sections that are over with this step. */
  final Set<Open> over = new HashSet<>();

  final Map<String, View> begun;
  final Map<String, View> ended;
  History h;
  View pushed;
  View seen;
  View brought;
  View carried;
  View wrote;
  View floor;
  View broughtFloor;
  Unlocked unlocked;
  Set<Open> awaited;

  Work(State before, int process, List<Integer> rest, int passed) {
    Cpu cpu = before.cpus().get(process);
    this.before = before;
    this.process = process;
    this.passed = passed;
    this.rest = new ArrayList<>(rest);
    registers = new TreeMap<>(cpu.registers());
    branches = new ArrayList<>(cpu.control());
    open = new ArrayList<>(cpu.open());
    begun = new HashMap<>(before.begun());
    ended = new HashMap<>(before.ended());
    h = before.history();
    pushed = before.pushed();
    seen = cpu.seen();
    brought = cpu.brought();
    carried = cpu.carried();
    wrote = cpu.wrote();
    floor = cpu.floor();
    broughtFloor = cpu.broughtFloor();
    unlocked = cpu.unlocked();
    awaited = cpu.awaited();
  }

  Work copy() {
    return new Work(state(), process, rest, passed);
  }

  /** What decides whether the instruction is reached. */
  Dependency decided() {
    return branches.get(branches.size() - 1 - passed);
  }

  /** The sections of a domain, of all processes, that are waited for each by itself. */
  List<Open> sections(String domain) {
    return before.cpus().stream()
        .flatMap(c -> c.open().stream())
        .filter(o -> o.domain().equals(domain) && o.within().isEmpty())
        .toList();
  }

  State state() {
    List<Cpu> cpus = new ArrayList<>();
    for (Cpu c : before.cpus()) {
      cpus.add(over.isEmpty() ? c : without(c));
    }
    cpus.set(
        process,
        new Cpu(
            rest,
            registers,
            seen,
            brought,
            carried,
            wrote,
            floor,
            broughtFloor,
            branches,
            unlocked,
            open,
            awaited));
    return new State(h, pushed, begun, ended, cpus);
  }

  private Cpu without(Cpu c) {
    Set<Open> left = new HashSet<>(c.awaited());
    left.removeAll(over);
    return new Cpu(
        c.rest(),
        c.registers(),
        c.seen(),
        c.brought(),
        c.carried(),
        c.wrote(),
        c.floor(),
        c.broughtFloor(),
        c.control(),
        c.unlocked(),
        c.open(),
        left);
  }
}

package quiesce.lkmm;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What a process declares, and what of it the condition asks. */
final class Registers {
  private final int process;
  private final Map<String, String> parameters = new LinkedHashMap<>();
  private final Set<String> registers = new LinkedHashSet<>();

  /** What must be so in the end, if the run has not ended in an oops before. */
  private final List<String> sound = new ArrayList<>();

  private final List<String> faults = new ArrayList<>();
  private int count;

  Registers(int process) {
    this.process = process;
  }

  /** A parameter, the address of what is shared. */
  String shared(String type, String name) {
    parameters.put(name, type + name);
    return name;
  }

  String local(String type, String name) {
    registers.add(type + name);
    return name;
  }

  /** A register of its own, of which the condition can ask: it is set even if nothing sets it. */
  String fresh(String kind, int first) {
    count++;
    String name = "r_" + kind + "_" + count;
    registers.add("int %s = %d".formatted(name, first));
    return name;
  }

  /** The run does not continue unless a register has a value in the end. */
  void demands(String register, int value) {
    sound.add(atom(register, value));
  }

  /** It is a fault that a register has a value in the end, where the run came so far. */
  void faulty(String register, int value) {
    List<String> all = new ArrayList<>(sound);
    all.add(atom(register, value));
    faults.add(String.join(" /\\ ", all));
  }

  private String atom(String register, int value) {
    return "%d:%s=%d".formatted(process, register, value);
  }

  List<String> parameters() {
    return List.copyOf(parameters.values());
  }

  List<String> declared() {
    return List.copyOf(registers);
  }

  List<String> faults() {
    return List.copyOf(faults);
  }
}

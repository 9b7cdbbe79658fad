package quiesce.steps;

import java.util.Optional;
import java.util.stream.Stream;

/** A shared place in memory. */
public sealed interface Location {
  /** The variable, or the member's name: what two locations must share to overlap. */
  String name();

  record Global(String name) implements Location {}

  /** A per-CPU variable of the CPU that the thread runs on at that step. */
  record ThisCpu(String name) implements Location {}

  /** A per-CPU variable of a given CPU. */
  record OfCpu(String name, Value cpu) implements Location {}

  /** A member of an object; touching it is a dereference. */
  record Member(String name, Value object) implements Location {}

  /** The global variable whose address a local holds. */
  record Pointee(Value pointer) implements Location {
    /** Any variable may be meant. */
    @Override
    public String name() {
      return "*";
    }
  }

  /** What it is known by among all shared things: a member and a variable may share a name. */
  default String key() {
    return this instanceof Member ? memberKey(name()) : name();
  }

  static String memberKey(String member) {
    return "->" + member;
  }

  /** What distinguishes it from other places of the same name: a CPU, an object, a pointer. */
  default Optional<Value> operand() {
    if (this instanceof OfCpu p) {
      return Optional.of(p.cpu());
    } else if (this instanceof Member m) {
      return Optional.of(m.object());
    } else if (this instanceof Pointee p) {
      return Optional.of(p.pointer());
    }
    return Optional.empty();
  }

  default Stream<String> locals() {
    return operand().stream().flatMap(Value::locals);
  }
}

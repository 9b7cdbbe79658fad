package quiesce.steps;

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

  default Stream<String> locals() {
    if (this instanceof OfCpu p) {
      return p.cpu().locals();
    } else if (this instanceof Member m) {
      return m.object().locals();
    } else if (this instanceof Pointee p) {
      return p.pointer().locals();
    }
    return Stream.empty();
  }
}

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

  /**
   * An element of an array.
   *
   * @param size how many elements there are: beyond them is an oops
   */
  record Element(String name, int size, Value index) implements Location {
    /** Whether the index is known to be one of the array's before the thread runs. */
    public boolean isWithin() {
      return index instanceof Value.Number n && n.value() >= 0 && n.value() < size;
    }
  }

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

  /** What distinguishes it from other places of the same name: a CPU, index, object, pointer. */
  default Optional<Value> operand() {
    if (this instanceof OfCpu p) {
      return Optional.of(p.cpu());
    } else if (this instanceof Element e) {
      return Optional.of(e.index());
    } else if (this instanceof Member m) {
      return Optional.of(m.object());
    } else if (this instanceof Pointee p) {
      return Optional.of(p.pointer());
    }
    return Optional.empty();
  }

  /** The place of the same name that another operand distinguishes. */
  default Location at(Value operand) {
    if (this instanceof OfCpu) {
      return new OfCpu(name(), operand);
    } else if (this instanceof Element e) {
      return new Element(name(), e.size(), operand);
    } else if (this instanceof Member) {
      return new Member(name(), operand);
    }
    return this;
  }

  /** Whether its address is computed from what may have been loaded. */
  default boolean isComputed() {
    return this instanceof Pointee || this instanceof Member || this instanceof Element;
  }

  /** Whether it is another place for certain: of another name, or another element. */
  default boolean isApart(Location other) {
    boolean elements =
        this instanceof Element one
            && other instanceof Element two
            && one.isWithin()
            && two.isWithin()
            && !one.index().equals(two.index());
    return !name().equals(other.name()) || elements;
  }

  default Stream<String> locals() {
    return operand().stream().flatMap(Value::locals);
  }
}

package quiesce.lowering;

import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import quiesce.source.Type;
import quiesce.steps.Location;
import quiesce.steps.Value;

/** What an address leads to that is known while the file is read, so that no thread keeps it. */
sealed interface Pointee {
  /** In words, for errors. */
  String words();

  /** The struct that it is; empty of a local that is none. */
  Optional<Type> struct();

  /**
   * A global struct that is a variable of the file, an element of an array or per-CPU, or a struct
   * in one.
   *
   * @param name as C writes it, without an index: {@code dev}, {@code dev.stats}
   */
  record GlobalStruct(String name, Type.Struct type, Which which) implements Pointee {
    /** A member of it, by the name that it has as a variable. */
    String member(String member) {
      return name + "." + member;
    }

    GlobalStruct with(Which other) {
      return new GlobalStruct(name, type, other);
    }

    Location location(String member) {
      return which.of(member(member));
    }

    @Override
    public String words() {
      return name + ", a struct " + type.name();
    }

    @Override
    public Optional<Type> struct() {
      return Optional.of(type);
    }
  }

  /** Which of the variables of one name is meant. */
  sealed interface Which {
    Location of(String variable);

    record Only() implements Which {
      @Override
      public Location of(String variable) {
        return new Location.Global(variable);
      }
    }

    record Element(int size, Value index) implements Which {
      @Override
      public Location of(String variable) {
        return new Location.Element(variable, size, index);
      }
    }

    /**
     * An element that a variable of the function leads to, or none.
     *
     * @param number the local that is its index, or below 0
     */
    record Chosen(int size, Value.Local number) implements Which {
      @Override
      public Location of(String variable) {
        return new Location.Element(variable, size, number);
      }

      Value isNull() {
        return new Value.Less(number, new Value.Number(0));
      }
    }

    /** That of a CPU which the thread does not leave. */
    record ThisCpu() implements Which {
      @Override
      public Location of(String variable) {
        return new Location.ThisCpu(variable);
      }
    }

    /**
     * @param cpu a value that does not change
     */
    record OfCpu(Value cpu) implements Which {
      @Override
      public Location of(String variable) {
        return new Location.OfCpu(variable, cpu);
      }
    }
  }

  /** A local of this function or of one that calls it. */
  record LocalVariable(Typed variable) implements Pointee {
    @Override
    public String words() {
      return "a local";
    }

    @Override
    public Optional<Type> struct() {
      return Optional.empty();
    }
  }

  /** A local struct: each member is a local. */
  record LocalStruct(Type.Struct type, Map<String, Typed> members) implements Pointee {
    public LocalStruct {
      members = Map.copyOf(members);
    }

    @Override
    public String words() {
      return "a local struct " + type.name();
    }

    @Override
    public Optional<Type> struct() {
      return Optional.of(type);
    }
  }

  /** Whether two addresses are the same; empty if that is not known. */
  static Optional<Value> same(Pointee one, Pointee two) {
    if (one instanceof GlobalStruct a
        && two instanceof GlobalStruct b
        && a.name().equals(b.name())
        && !a.which().equals(b.which())) {
      return a.location("")
          .operand()
          .flatMap(left -> b.location("").operand().map(right -> same(left, right)));
    }
    return Optional.of(new Value.Truth(one.equals(two)));
  }

  private static Value same(Value left, Value right) {
    boolean numbers = left instanceof Value.Number && right instanceof Value.Number;
    return numbers ? new Value.Truth(left.equals(right)) : new Value.Equal(left, right);
  }

  /** Which element a variable leads to, if that is not known as the file is read. */
  default Optional<Which.Chosen> chosen() {
    return this instanceof GlobalStruct s && s.which() instanceof Which.Chosen c
        ? Optional.of(c)
        : Optional.empty();
  }

  /** The locals that somebody who is given the address can change. */
  default Stream<Typed> locals() {
    if (this instanceof LocalVariable v) {
      return Stream.of(v.variable());
    }
    return this instanceof LocalStruct s ? s.members().values().stream() : Stream.empty();
  }

  /** Whether it ends with the function that it is in. */
  default boolean isLocal() {
    return !(this instanceof GlobalStruct);
  }
}

package quiesce.lowering;

import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import quiesce.source.Type;

/** What an address leads to that is known while the file is read, so that no thread keeps it. */
sealed interface Pointee {
  /** In words, for errors. */
  String words();

  /** The struct that it is; empty of a local that is none. */
  Optional<Type> struct();

  /**
   * A global struct that is a variable of the file, or a struct in one.
   *
   * @param name as C writes it: {@code dev}, {@code dev.stats}
   */
  record GlobalStruct(String name, Type.Struct type) implements Pointee {
    /** A member of it, by the name that it has as a variable. */
    String member(String member) {
      return name + "." + member;
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

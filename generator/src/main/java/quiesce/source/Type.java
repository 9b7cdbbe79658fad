package quiesce.source;

import java.util.Optional;
import java.util.Set;

/** A type of the C subset. */
public sealed interface Type {
  record Void() implements Type {}

  record Bool() implements Type {}

  /** Any integer type: {@code int}, {@code unsigned long}, {@code u64}, ... */
  record Int(boolean unsigned) implements Type {
    public Int() {
      this(false);
    }
  }

  /** {@code struct NAME *}; in a litmus test a pointer to anything. */
  record Pointer(Type target) implements Type {
    /** The name of the struct that it points to; empty when it points to anything else. */
    public String struct() {
      return target instanceof Struct s ? s.name() : "";
    }
  }

  /** {@code struct NAME}, by value: of a global, a local, or a member. */
  record Struct(String name) implements Type {}

  /** A struct that the file does not define, as what a pointer leads to. */
  record Opaque(String name) implements Type {}

  /** A type that the kernel defines, such as {@code spinlock_t}. */
  record Kernel(String name) implements Type {
    /** Whether it is a number, which operations of its own alone touch. */
    public boolean isNumber() {
      return !name.endsWith("lock_t");
    }
  }

  /** {@code spinlock_t}, {@code struct mutex} and their like. */
  record Lock(LockType type) implements Type {}

  /** Whether a pointer to it is one to data: strategies hand it on, and do not follow it. */
  default boolean isOfData() {
    return this instanceof Void
        || this instanceof Int
        || this instanceof Bool
        || this instanceof Opaque
        || this instanceof Pointer;
  }

  /**
   * A pointer to a struct that the kernel alone looks into, by a number, 0 for NULL: {@code struct
   * task_struct *}, a kernel thread, which may be an error below 0; {@code struct workqueue_struct
   * *}.
   */
  record Numbered(String struct) implements Type {
    /** Those that such pointers lead to. */
    private static final Set<String> STRUCTS = Set.of("task_struct", "workqueue_struct");

    /** What a pointer to a type is, if it is one of these. */
    static Optional<Type> to(Type type) {
      Optional<String> name =
          type instanceof Opaque o
              ? Optional.of(o.name())
              : type instanceof Struct s ? Optional.of(s.name()) : Optional.empty();
      return name.filter(STRUCTS::contains).map(Numbered::new);
    }

    public boolean isThread() {
      return struct.equals("task_struct");
    }
  }

  /** A function, as what a pointer outside of a struct leads to; its parameters do not matter. */
  record Function(Type result) implements Type {}

  /** Whether it holds a number, be it one that only atomic operations touch. */
  default boolean isNumber() {
    return this instanceof Int
        || this instanceof Numbered
        || this instanceof Kernel k && k.isNumber();
  }

  /** A member of a struct that is a pointer to a function. */
  record FunctionPointer(Type result) implements Type {}

  /** The type that something has which is declared with this one, and is no member. */
  default Type outsideOfStruct() {
    return this instanceof FunctionPointer f ? new Pointer(new Function(f.result())) : this;
  }
}

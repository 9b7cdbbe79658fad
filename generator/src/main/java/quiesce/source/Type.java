package quiesce.source;

/** A type of the C subset. */
public sealed interface Type {
  record Void() implements Type {}

  record Bool() implements Type {}

  /** Any integer type: {@code int}, {@code unsigned long}, {@code u64}, ... */
  record Int() implements Type {}

  /** {@code struct NAME *}; in a litmus test a pointer to anything. */
  record Pointer(Type target) implements Type {
    /** The name of the struct that it points to; empty when it points to anything else. */
    public String struct() {
      return target instanceof Struct s ? s.name() : "";
    }
  }

  /** {@code struct NAME}, by value: only as the type of a global with an initialiser. */
  record Struct(String name) implements Type {}

  /** A type that the kernel defines, such as {@code spinlock_t}. */
  record Kernel(String name) implements Type {
    public boolean isAtomic() {
      return name.startsWith("atomic");
    }
  }

  /** Whether it holds a number, be it one that only atomic operations touch. */
  default boolean isNumber() {
    return this instanceof Int || this instanceof Kernel k && k.isAtomic();
  }

  /** A pointer to a function that returns {@code result}; its parameters do not matter. */
  record FunctionPointer(Type result) implements Type {}
}

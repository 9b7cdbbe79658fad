package quiesce.source;

/** A type of the C subset. */
public sealed interface Type {
  record Void() implements Type {}

  record Bool() implements Type {}

  /** Any integer type: {@code int}, {@code unsigned long}, {@code u64}, ... */
  record Int() implements Type {}

  /** {@code struct NAME *}. */
  record Pointer(String struct) implements Type {}

  /** {@code struct NAME}, by value: only as the type of a global with an initialiser. */
  record Struct(String name) implements Type {}

  /** A pointer to a function that returns {@code result}; its parameters do not matter. */
  record FunctionPointer(Type result) implements Type {}
}

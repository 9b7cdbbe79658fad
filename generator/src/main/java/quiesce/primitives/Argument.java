package quiesce.primitives;

import java.util.Arrays;

/** What a primitive takes at one place of its call. */
public enum Argument {
  /** A place in memory, named itself. */
  VARIABLE("x"),
  ADDRESS("&x"),
  /** The address of an {@code atomic_t}. */
  ATOMIC("&v"),
  /** The address of a {@code refcount_t}. */
  REFCOUNT("&r"),
  /** The address of a static key. */
  KEY("&key"),
  /** The address of an integer whose bits are flags. */
  WORD("&word"),
  /** The number of a bit: a constant. As a value it is the bit. */
  BIT("nr"),
  /** A per-CPU variable: the one of the CPU that the call runs on. */
  PER_CPU("pcp"),
  /** Of the type that the place in memory has. */
  VALUE("value"),
  OLD("old"),
  NEW("new"),
  /** To an object, or NULL. */
  POINTER("p"),
  NUMBER("i"),
  ADDEND("a"),
  UNLESS("u"),
  SPINLOCK("&lock"),
  MUTEX("&mutex"),
  RWLOCK("&rwlock"),
  RWSEM("&rwsem"),
  PERCPU_RWSEM("&percpu_rwsem"),
  /** Of SRCU. */
  DOMAIN("&s"),
  /** The local that holds what {@code srcu_read_lock()} returned. */
  INDEX("index"),
  /** The local for the interrupt state. */
  FLAGS("flags"),
  /** A pointer to data: it does nothing. */
  DATA("data"),
  /** How long something takes: it does nothing, as time is not followed. */
  TIME("time"),
  /** Of a lock, for lockdep: it does nothing. */
  CLASS("class"),
  /** Why the access is right, for lockdep: it does nothing. */
  CONDITION("c");

  private final String name;

  Argument(String name) {
    this.name = name;
  }

  static Argument of(String written) {
    return Arrays.stream(values())
        .filter(a -> a.name.equals(written))
        .findAny()
        .orElseThrow(() -> new IllegalArgumentException("no argument is called " + written));
  }

  boolean isPlace() {
    return this == VARIABLE || this == ADDRESS || this == PER_CPU || isOfType();
  }

  /** Whether it is the address of a variable of a certain type, which its own operations touch. */
  public boolean isOfType() {
    return this == ATOMIC || this == REFCOUNT || this == KEY || this == WORD;
  }

  /** How it is written in a call. */
  String in(Dialect dialect) {
    if (dialect == Dialect.STRATEGY) {
      return name;
    }
    return this == VARIABLE ? "*" + name : name.replace("&", "");
  }
}

package quiesce.memory;

import quiesce.tla.Value;

/** What people call the values of a specification. */
public interface Naming {
  /** What is at an address, as C writes it. */
  String place(Value address);

  /** Who knows something of memory: {@code CPU 0}, {@code the provider}. */
  String agent(Value agent);
}

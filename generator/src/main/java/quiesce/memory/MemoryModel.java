package quiesce.memory;

import quiesce.analysis.Facts;
import quiesce.analysis.Machine;

/**
 * A memory model: what is found out about a program for it, and the templates in {@code
 * templates/tla/memory}, in the folder of its name.
 */
public interface MemoryModel {
  /** By which users name it. */
  String name();

  /** What it is, for the head of a module. */
  String title();

  /** What it makes of a program. */
  Machine machine(Facts facts);
}

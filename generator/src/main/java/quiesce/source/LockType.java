package quiesce.source;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The kinds of locks that a file may define. */
public enum LockType {
  SPINLOCK(
      "spinlock",
      List.of("DEFINE_SPINLOCK", "DEFINE_RAW_SPINLOCK"),
      List.of("spinlock_t", "raw_spinlock_t")),
  MUTEX("mutex", List.of("DEFINE_MUTEX"), List.of("struct mutex")),
  RWLOCK("reader-writer lock", List.of("DEFINE_RWLOCK"), List.of("rwlock_t")),
  RWSEM("reader-writer semaphore", List.of("DECLARE_RWSEM"), List.of("struct rw_semaphore")),
  PERCPU_RWSEM(
      "per-CPU reader-writer semaphore",
      List.of("DEFINE_STATIC_PERCPU_RWSEM", "DEFINE_PERCPU_RWSEM"),
      List.of("struct percpu_rw_semaphore"));

  private final String label;
  private final List<String> definitions;
  private final List<String> names;

  LockType(String label, List<String> definitions, List<String> names) {
    this.label = label;
    this.definitions = definitions;
    this.names = names;
  }

  /** In words. */
  public String label() {
    return label;
  }

  /** The name that C has for its type. */
  public String c() {
    return names.get(0);
  }

  /** The macro that defines one. */
  public String definition() {
    return definitions.get(0);
  }

  static LockType definedBy(String macro) {
    return Arrays.stream(values())
        .filter(t -> t.definitions.contains(macro))
        .findFirst()
        .orElseThrow();
  }

  /** By the name that C has for its type. */
  static Optional<LockType> named(String c) {
    return Arrays.stream(values()).filter(t -> t.names.contains(c)).findFirst();
  }
}

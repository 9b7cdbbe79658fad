package quiesce.memory;

import java.util.Optional;
import quiesce.tla.Value;

/**
 * What a step found in memory or left there, where a memory model keeps more than one value for a
 * location.
 */
public interface MemoryView {

  /**
   * What a load got.
   *
   * @param value as C writes it
   * @param remark why it is not the newest one; empty where it is
   */
  record Loaded(String value, String remark) {}

  /** What the step loaded from a location. */
  Optional<Loaded> loaded(Value location);

  /** What the step stored to a location. */
  Optional<Loaded> stored(Value location);

  /** What the step found of an object's life that is not what has become of it. */
  Optional<String> life(Value object);

  /** Whether what it shows is what the step loaded itself, and not what it knew in the end. */
  boolean isOfTheLoad();
}

package quiesce.analysis;

import java.util.LinkedHashMap;
import java.util.Map;
import quiesce.source.Limit;
import quiesce.steps.KernelThread;

/** What has been found out about a thread so far, by its type: records of facts. */
public final class Found {
  private final Map<Class<?>, Object> all;

  private Found(Map<Class<?>, Object> all) {
    this.all = all;
  }

  /**
   * All that is known of a thread before the first analysis.
   *
   * @param paths bounds the search for what may be performed early, in all threads together
   */
  static Found given(KernelThread thread, Facts facts, Limit paths) {
    return new Found(Map.of(KernelThread.class, thread, Facts.class, facts, Limit.class, paths));
  }

  /** The same and what one more analysis has found. */
  <T> Found with(Class<T> type, T facts) {
    Map<Class<?>, Object> more = new LinkedHashMap<>(all);
    more.put(type, facts);
    return new Found(more);
  }

  /**
   * @throws IllegalStateException if the analysis that finds it comes later
   */
  public <T> T get(Class<T> type) {
    Object facts = all.get(type);
    if (facts == null) {
      throw new IllegalStateException(type.getSimpleName() + " has not been found yet");
    }
    return type.cast(facts);
  }

  public KernelThread thread() {
    return get(KernelThread.class);
  }

  public Facts facts() {
    return get(Facts.class);
  }
}

package quiesce.steps;

import java.util.List;
import java.util.function.Predicate;
import quiesce.source.SourceFile;

/** What a specification is made of: threads that share memory. */
public sealed interface Model permits Program, Litmus {
  String name();

  SourceFile file();

  List<KernelThread> threads();

  /** Whether some thread has a step of a kind. */
  default boolean has(Predicate<Step> kind) {
    return threads().stream().anyMatch(t -> t.has(kind));
  }

  /** The spinlocks and mutexes. */
  List<String> locks();
}

package quiesce.steps;

import java.util.List;
import quiesce.source.SourceFile;

/** What a specification is made of: threads that share memory. */
public sealed interface Model permits Program, Litmus {
  String name();

  SourceFile file();

  List<KernelThread> threads();

  /** The spinlocks and mutexes. */
  List<String> locks();
}

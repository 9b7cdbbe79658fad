package quiesce.report;

import java.util.Collection;
import java.util.List;
import quiesce.models.MemoryModels;

/** Memory models in words. */
public final class Models {
  private Models() {}

  /** For the end of a sentence, such as {@code under tso and weak}. */
  public static String under(Collection<String> models) {
    List<String> all = MemoryModels.names();
    return models.size() == all.size() && all.size() > 1
        ? "under every memory model"
        : "under " + and(List.copyOf(models));
  }

  /** Nothing where it is plain which are meant; else such as {@code (tso, weak)}, after a space. */
  static String remark(Collection<String> models, CheckReport report) {
    return models.size() == report.memories().size() ? "" : " (" + String.join(", ", models) + ")";
  }

  static String and(List<String> words) {
    int last = words.size() - 1;
    return last < 1
        ? String.join("", words)
        : String.join(", ", words.subList(0, last)) + " and " + words.get(last);
  }
}

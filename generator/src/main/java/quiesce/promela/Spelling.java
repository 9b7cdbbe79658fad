package quiesce.promela;

import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import quiesce.export.PlainText;
import quiesce.steps.KernelThread;

/**
 * How what the strategy names is called in Promela. Each kind of thing has a prefix, so that no
 * name of C is a word of Promela, of C, or of the program that Spin writes.
 */
final class Spelling {
  private static final int LONGEST = 48;

  private final Map<String, String> known = new HashMap<>();
  private final Set<String> taken = new HashSet<>();
  private final Set<String> functions = new LinkedHashSet<>();

  String variable(String c) {
    return of("g_", c);
  }

  String member(String c) {
    return of("m_", c);
  }

  String lock(String c) {
    return of("k_", c);
  }

  String site(String c) {
    return of("s_", c);
  }

  String domain(String c) {
    return of("srcu_", c);
  }

  /** A function or struct of the file, as what a pointer leads to. */
  String function(String c) {
    String name = of("f_", c);
    functions.add(name);
    return name;
  }

  /** Those that were asked for. */
  List<String> functions() {
    return List.copyOf(functions);
  }

  /** A function may be called as the harness is. */
  String thread(KernelThread t) {
    return known.computeIfAbsent("thread " + t.key(), key -> fresh("t_" + t.name(), ""));
  }

  /** A local of one thread: two threads may have the same. */
  String local(String thread, String c) {
    return of("l_", c, thread);
  }

  private String of(String prefix, String c) {
    return of(prefix, c, "");
  }

  private String of(String prefix, String c, String scope) {
    return known.computeIfAbsent(scope + " " + prefix + c, key -> fresh(prefix + c, scope));
  }

  private String fresh(String wish, String scope) {
    String legal = wish.replaceAll("[^A-Za-z0-9_]", "_");
    String base = legal.substring(0, Math.min(legal.length(), LONGEST));
    String name = base;
    for (int i = 2; !taken.add(scope + " " + name); i++) {
      name = base + "_" + i;
    }
    return name;
  }

  /** Text from the strategy, made safe for a comment: printable, and without an end of it. */
  static String comment(String text) {
    String spaced = PlainText.printable(text);
    // What ends a comment may be written with a backslash, or with a trigraph for one, in between.
    while (spaced.contains("*/") || spaced.contains("/*") || spaced.contains("??")) {
      spaced = spaced.replace("*/", "* /").replace("/*", "/ *").replace("??", "? ?");
    }
    return PlainText.shortened(spaced);
  }
}

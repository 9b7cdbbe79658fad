package quiesce.lkmm;

import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * How what the strategy names is called in a test. Each kind of thing has a prefix, so that no name
 * of C is one of the kernel's, or a word of herd7.
 */
final class Names {
  private static final int LONGEST = 40;

  /** Words that end the processes of a test, wherever they are. */
  private static final Pattern WORDS =
      Pattern.compile("exists|forall|filter|locations|observed|with", Pattern.CASE_INSENSITIVE);

  private final Map<String, String> known = new HashMap<>();
  private final Set<String> taken = new HashSet<>();
  private final Set<String> ofFile = new LinkedHashSet<>();

  String variable(String c) {
    return of("g_", c, "");
  }

  String lock(String c) {
    return of("k_", c, "");
  }

  String domain(String c) {
    return of("srcu_", c, "");
  }

  /** A function or struct of the file, as what a pointer leads to. */
  String ofFile(String c) {
    String name = of("f_", c, "");
    ofFile.add(name);
    return name;
  }

  /** Those that were asked for. */
  List<String> ofFile() {
    return List.copyOf(ofFile);
  }

  /** A local of one thread: two threads may have the same. */
  String local(String thread, String c) {
    return of("l_", c, thread);
  }

  private String of(String prefix, String c, String scope) {
    return known.computeIfAbsent(scope + " " + prefix + c, key -> fresh(prefix, c, scope));
  }

  private String fresh(String prefix, String c, String scope) {
    String plain = WORDS.matcher(c.replaceAll("[^A-Za-z0-9_]", "_")).replaceAll("x");
    String base = prefix + plain.substring(0, Math.min(plain.length(), LONGEST));
    String name = base;
    for (int i = 2; !taken.add(scope + " " + name); i++) {
      name = base + "_" + i;
    }
    return name;
  }

  /** Text of the strategy, made safe for a comment that herd7 skips. */
  static String comment(String text) {
    String spaced = quiesce.export.PlainText.printable(text).replace('"', '\'');
    for (String bracket : new String[] {"(*", "*)", "/*", "*/", "??"}) {
      while (spaced.contains(bracket)) {
        spaced = spaced.replace(bracket, bracket.charAt(0) + " " + bracket.charAt(1));
      }
    }
    return quiesce.export.PlainText.shortened(spaced);
  }

  /** The name of a strategy as a part of the name of a file and of a test. */
  static String ofTest(String strategy) {
    String plain = strategy.replaceAll("[^A-Za-z0-9._+-]", "_").replaceFirst("^[.-]", "_");
    return plain.substring(0, Math.min(plain.length(), 2 * LONGEST));
  }
}

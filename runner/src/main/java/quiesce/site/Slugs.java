package quiesce.site;

import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Names that are safe as file names everywhere, whatever users call their strategies. */
final class Slugs {
  private static final int LONGEST = 60;

  private Slugs() {}

  /** A slug for each name, no two of them alike. */
  static Map<String, String> of(Collection<String> names) {
    Map<String, String> slugs = new LinkedHashMap<>();
    Set<String> taken = new HashSet<>();
    for (String name : names) {
      slugs.computeIfAbsent(name, n -> free(slug(n), taken));
    }
    return slugs;
  }

  private static String free(String slug, Set<String> taken) {
    String candidate = slug;
    for (int i = 2; !taken.add(candidate); i++) {
      candidate = slug + "-" + i;
    }
    return candidate;
  }

  private static String slug(String name) {
    String safe =
        name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-").replaceAll("^-|-$", "");
    String shortened = safe.substring(0, Math.min(safe.length(), LONGEST)).replaceAll("-$", "");
    return shortened.isEmpty() ? "strategy" : shortened;
  }
}

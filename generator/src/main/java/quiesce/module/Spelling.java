package quiesce.module;

import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import quiesce.tla.TlaWords;
import quiesce.tla.Tokens;

/**
 * Spells the names that come from the C code: as they are where nothing else in the module is
 * called so, else with something after them. What else there is, the texts themselves show.
 */
final class Spelling {
  private static final Pattern STAND_IN = Pattern.compile(StandIn.WHOLE);

  private final Map<String, String> spelled = new HashMap<>();
  private final Map<String, Integer> changes = new HashMap<>();

  /**
   * @param texts all that is generated, with stand-ins for names
   */
  Spelling(Iterable<String> texts) {
    Set<String> taken = new HashSet<>(TlaWords.all());
    // Those that are nothing but a stand-in come last: they give way to what is made of others.
    Set<String> composed = new LinkedHashSet<>();
    Set<String> plain = new LinkedHashSet<>();
    for (String text : texts) {
      Tokens.names(text)
          .forEach(
              w -> {
                if (!STAND_IN.matcher(w).find()) {
                  taken.add(w);
                } else if (STAND_IN.matcher(w).matches()) {
                  plain.add(w);
                } else {
                  composed.add(w);
                }
              });
    }
    composed.addAll(plain);
    while (!settle(composed, taken)) {
      // Somebody has been given another name.
    }
  }

  /** Whether no name means two things; if one does, it is changed. */
  private boolean settle(Set<String> words, Set<String> taken) {
    Map<String, String> meaning = new LinkedHashMap<>();
    for (String word : words) {
      String name = of(word);
      if (!isSound(word, name) || taken.contains(name) || meaning.put(name, word) != null) {
        change(word);
        return false;
      }
    }
    return true;
  }

  /** A name of the C code may become a model value as it is. */
  private static boolean isSound(String word, String name) {
    return isIdentifier(name) && !(STAND_IN.matcher(word).matches() && isTyped(name));
  }

  /** TLC takes a model value such as {@code g_ptr} to be of a type g, equal to no other value. */
  private static boolean isTyped(String name) {
    return name.length() > 2 && name.charAt(1) == '_';
  }

  /** Letters make a name; TLA+ keeps two beginnings for itself. */
  private static boolean isIdentifier(String name) {
    return Pattern.matches("_*[A-Za-z].*", name)
        && !name.startsWith("WF_")
        && !name.startsWith("SF_");
  }

  private void change(String word) {
    String standIn = STAND_IN.matcher(word).results().findFirst().orElseThrow().group();
    String name = StandIn.meaning(standIn);
    String sound = isIdentifier(name) && !isTyped(name) ? name : "the_" + name;
    int times = changes.merge(standIn, sound.equals(name) ? 1 : 0, (n, first) -> n + 1);
    spelled.put(standIn, times == 0 ? sound : times == 1 ? sound + "_" : sound + "_" + times);
  }

  private String spell(String standIn) {
    return spelled.getOrDefault(standIn, StandIn.meaning(standIn));
  }

  /** A text with its names spelled. */
  String of(String text) {
    return STAND_IN.matcher(text).replaceAll(m -> spell(m.group()));
  }
}

package quiesce.source;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a kernel is configured as, as far as the front matter says it: {@code config: CONFIG_X=y
 * CONFIG_Y=n}. What it does not say is not known.
 */
public final class Configuration {
  static final String KEY = "config";
  private static final Pattern ENTRY = Pattern.compile("([A-Za-z_]\\w*)=([ymn])");
  private static final String MODULE = "_MODULE";

  private final Map<String, String> options = new LinkedHashMap<>();
  private final Map<String, Place> places = new LinkedHashMap<>();
  private final Set<String> asked = new TreeSet<>();

  /** Nothing is known. */
  static Configuration none() {
    return new Configuration();
  }

  /** What the front matter says; what is no option there is reported. */
  static Configuration of(FrontMatter frontMatter, Diagnostics diagnostics) {
    Configuration all = new Configuration();
    for (FrontMatter.Entry entry : frontMatter.all(KEY)) {
      for (String option : entry.value().trim().split("[\\s,]+")) {
        Matcher matcher = ENTRY.matcher(option);
        if (!matcher.matches()) {
          diagnostics.report(
              entry.place(),
              "'%s' says of no option what it is".formatted(option),
              "write config: CONFIG_X=y CONFIG_Y=n CONFIG_Z=m");
        } else if (all.options.put(matcher.group(1), matcher.group(2)) != null) {
          diagnostics.report(
              entry.place(),
              "%s has two values".formatted(matcher.group(1)),
              "remove one of the two");
        }
        all.places.put(option.replaceFirst("=.*", ""), entry.place());
      }
    }
    return all;
  }

  /** Whether an option is {@code y}; {@code CONFIG_X_MODULE} is set where CONFIG_X is {@code m}. */
  Optional<Boolean> isSet(String name) {
    if (!options.containsKey(name) && name.endsWith(MODULE)) {
      return value(name.substring(0, name.length() - MODULE.length())).map("m"::equals);
    }
    return value(name).map("y"::equals);
  }

  /** Its value, if it is known. */
  Optional<String> value(String name) {
    asked.add(name);
    return Optional.ofNullable(options.get(name));
  }

  /** Reports options that nothing in the file depends on: the verdict would name them. */
  void refuseUnused(Diagnostics diagnostics) {
    options.keySet().stream()
        .filter(o -> !asked.contains(o))
        .forEach(
            o ->
                diagnostics.report(
                    places.get(o),
                    "nothing in this file depends on %s".formatted(o),
                    "correct its name, or remove it"));
  }

  /** Reports what is not known. */
  static void unknown(Place place, Collection<String> names, Diagnostics diagnostics) {
    names.forEach(
        name ->
            diagnostics.report(
                place,
                "it is not known whether %s is set".formatted(name),
                "say so in the front matter: config: %s=y; or =n; or write #define %s 1"
                    .formatted(name, name)));
  }
}

package quiesce.verdict;

import java.util.Arrays;
import java.util.List;
import quiesce.property.Property;
import quiesce.source.Spelling;

/** Helps people who mistype the name of a property. */
public final class PropertyNames {
  private PropertyNames() {}

  /** All names, in the order of reports. */
  public static List<String> all() {
    return Arrays.stream(Property.values()).map(Property::title).toList();
  }

  /** The nearest name, or all of them. */
  public static String help(String written) {
    return Spelling.nearest(written, all())
        .or(() -> all().stream().filter(name -> name.equalsIgnoreCase(written)).findFirst())
        .map(name -> "did you mean '" + name + "'?")
        .orElse("the properties are " + String.join(", ", all()));
  }
}

package quiesce.verdict;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import quiesce.property.Property;
import quiesce.source.Spelling;

/** How users name properties: by title or short name, in capitals or not. */
public final class PropertyNames {
  private PropertyNames() {}

  /** The property that is called so. */
  public static Optional<Property> find(String written) {
    return Arrays.stream(Property.values())
        .filter(p -> names(p).anyMatch(written::equalsIgnoreCase))
        .findFirst();
  }

  /** The nearest name, or all of them. */
  public static String help(String written) {
    return Spelling.nearest(
            written, Arrays.stream(Property.values()).flatMap(PropertyNames::names).toList())
        .map(name -> "did you mean '" + name + "'?")
        .orElse("the properties are " + String.join(", ", titles()));
  }

  private static Stream<String> names(Property property) {
    return Stream.of(property.title(), property.shortName());
  }

  private static List<String> titles() {
    return Arrays.stream(Property.values()).map(Property::title).toList();
  }
}

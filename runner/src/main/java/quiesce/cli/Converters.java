package quiesce.cli;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;
import quiesce.catalogue.Cut;
import quiesce.models.MemoryModels;
import quiesce.module.Count;
import quiesce.property.Property;
import quiesce.source.Item;
import quiesce.source.Spelling;
import quiesce.verdict.Durations;
import quiesce.verdict.PropertyNames;

/** From what users write to what is meant. */
final class Converters {
  private Converters() {}

  static final class OfProperty implements ITypeConverter<Property> {
    @Override
    public Property convert(String value) {
      return PropertyNames.find(value)
          .orElseThrow(
              () ->
                  new TypeConversionException(
                      "unknown property '" + value + "'; " + PropertyNames.help(value)));
    }
  }

  static final class OfDuration implements ITypeConverter<Duration> {
    @Override
    public Duration convert(String value) {
      return Durations.parse(value)
          .orElseThrow(
              () ->
                  new TypeConversionException(
                      "'" + value + "' is not a time; write 90, 90s, 5m or 1h"));
    }
  }

  /** What is cut out of a file. */
  static final class OfCut implements ITypeConverter<Cut> {
    @Override
    public Cut convert(String value) {
      return Cut.parse(value)
          .orElseThrow(
              () ->
                  new TypeConversionException(
                      "'" + value + "' is not FILE:NAME,NAME, as in kernel/core.c:attach,detach"));
    }
  }

  /** Megabytes, of which TLC needs some. */
  static final class OfMegabytes implements ITypeConverter<Integer> {
    private static final Pattern FORM = Pattern.compile("(\\d{1,6})([mg])b?");
    private static final int KILO = 1024;

    /** What a TLC takes, with the smallest of heaps. */
    static final int FEWEST = 200;

    @Override
    public Integer convert(String value) {
      Matcher matcher = FORM.matcher(value.toLowerCase(Locale.ROOT));
      if (matcher.matches()) {
        int number = Integer.parseInt(matcher.group(1));
        int megabytes = matcher.group(2).equals("g") ? number * KILO : number;
        if (megabytes >= FEWEST) {
          return megabytes;
        }
      }
      throw new TypeConversionException(
          "'" + value + "' is not a size from 200m up; write 500m or 4g");
    }
  }

  /** One memory model, or all of them. */
  static final class OfMemoryModels implements ITypeConverter<MemoryChoice> {
    @Override
    public MemoryChoice convert(String value) {
      List<String> known = MemoryModels.names();
      if (value.equals("all")) {
        return new MemoryChoice(known);
      } else if (known.contains(value)) {
        return new MemoryChoice(List.of(value));
      }
      Optional<String> nearest = Spelling.nearest(value, known);
      throw new TypeConversionException(
          "unknown memory model '%s'; %s"
              .formatted(
                  value,
                  nearest
                      .map(m -> "did you mean '" + m + "'?")
                      .orElse("there is " + String.join(", ", known) + ", and all")));
    }
  }

  /** One or more. */
  static class OfCount implements ITypeConverter<Integer> {
    private final int fewest;
    private final int most;

    OfCount() {
      this(1, 1024);
    }

    OfCount(int fewest, int most) {
      this.fewest = fewest;
      this.most = most;
    }

    @Override
    public Integer convert(String value) {
      try {
        int number = Integer.parseInt(value);
        if (number >= fewest && number <= most) {
          return number;
        }
      } catch (NumberFormatException e) {
        // Reported below, as a number out of range is.
      }
      throw new TypeConversionException(
          "'" + value + "' is not a number from " + fewest + " to " + most);
    }
  }

  /** Changes of a fix. */
  static final class OfChanges extends OfCount {
    private static final int MOST = 8;

    OfChanges() {
      super(1, MOST);
    }
  }

  /** Sets of changes. */
  static final class OfSets extends OfCount {
    private static final int MOST = 100_000;

    OfSets() {
      super(1, MOST);
    }
  }

  /** As many as a model can have and be explored in any time. */
  static final class OfBound implements ITypeConverter<Count> {
    private static final int MOST = 8;

    @Override
    public Count convert(String value) {
      if (value.equals("any")) {
        return Count.ANY;
      }
      try {
        return Count.of(new OfCount(1, MOST).convert(value));
      } catch (TypeConversionException e) {
        throw new TypeConversionException(e.getMessage() + ", nor any");
      }
    }
  }

  static final class OfText implements ITypeConverter<String> {
    @Override
    public String convert(String value) {
      return value;
    }
  }

  /** The role of a function. */
  static final class OfRole implements ITypeConverter<Item.Role> {
    @Override
    public Item.Role convert(String value) {
      return Stream.of(Item.Role.values())
          .filter(r -> r.word().equals(value))
          .findFirst()
          .orElseThrow(
              () ->
                  new TypeConversionException(
                      "'%s' is none of %s".formatted(value, String.join(", ", roles()))));
    }

    private static List<String> roles() {
      return Stream.of(Item.Role.values()).map(Item.Role::word).toList();
    }
  }

  /** Columns of text. */
  static final class OfWidth extends OfCount {
    private static final int MOST = 1000;

    OfWidth() {
      super(Console.NARROWEST, MOST);
    }
  }
}

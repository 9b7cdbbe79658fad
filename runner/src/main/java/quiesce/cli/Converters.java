package quiesce.cli;

import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;
import quiesce.catalogue.Cut;
import quiesce.export.License;
import quiesce.models.MemoryModels;
import quiesce.module.Count;
import quiesce.property.Property;
import quiesce.source.Item;
import quiesce.source.Spelling;
import quiesce.sweep.Grid;
import quiesce.sweep.Shard;
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
    static final int MOST = 8;

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

  /** Several numbers of a kind, each once: {@code 1..4}, {@code 2,3,any}. */
  static final class OfCounts implements ITypeConverter<SweepOptions.Counts> {
    private static final Pattern RANGE = Pattern.compile("(.*)\\.\\.(.*)");

    @Override
    public SweepOptions.Counts convert(String value) {
      try {
        return new SweepOptions.Counts(
            listed(value).flatMap(OfCounts::counts).distinct().sorted(ASCENDING).toList());
      } catch (TypeConversionException e) {
        throw new TypeConversionException(e.getMessage() + "; write 1..4, or 2,3,any");
      }
    }

    private static Stream<Count> counts(String text) {
      Matcher range = RANGE.matcher(text);
      if (!range.matches()) {
        return Stream.of(new OfBound().convert(text));
      }
      OfCount number = new OfCount(1, OfBound.MOST);
      int first = number.convert(range.group(1));
      int last = number.convert(range.group(2));
      if (first > last) {
        throw new TypeConversionException(
            "'%s' ends before it begins, unlike %d..%d".formatted(text, last, first));
      }
      return IntStream.rangeClosed(first, last).mapToObj(Count::of);
    }

    private static final Comparator<Count> ASCENDING =
        Comparator.comparing(Count::any).thenComparing(Count::number);
  }

  /** Memory models, the strongest first. */
  static final class OfSeveralMemoryModels implements ITypeConverter<MemoryChoice> {
    @Override
    public MemoryChoice convert(String value) {
      Set<String> wanted =
          listed(value)
              .flatMap(model -> new OfMemoryModels().convert(model).names().stream())
              .collect(Collectors.toSet());
      return new MemoryChoice(MemoryModels.names().stream().filter(wanted::contains).toList());
    }
  }

  /** With the compiler's freedoms, without, or both. */
  static final class OfSwitches implements ITypeConverter<SweepOptions.Compilers> {
    @Override
    public SweepOptions.Compilers convert(String value) {
      return new SweepOptions.Compilers(
          listed(value)
              .map(
                  word ->
                      Stream.of(ModelOptions.Switch.values())
                          .filter(s -> s.name().equalsIgnoreCase(word))
                          .findFirst()
                          .orElseThrow(
                              () ->
                                  new TypeConversionException(
                                      "'"
                                          + word
                                          + "' is neither on nor off; write on, off, or on,off")))
              .distinct()
              .sorted()
              .map(s -> s == ModelOptions.Switch.ON)
              .toList());
    }
  }

  /** A share of the work. */
  static final class OfShard implements ITypeConverter<Shard> {
    private static final Pattern FORM = Pattern.compile("(\\d{1,9})/(\\d{1,9})");
    private static final String HELP =
        "'%s' is not a shard; write 1/4 for the first of four, up to 4/4, of at most " + Grid.MOST;

    @Override
    public Shard convert(String value) {
      Matcher matcher = FORM.matcher(value);
      if (matcher.matches()) {
        int index = Integer.parseInt(matcher.group(1));
        int of = Integer.parseInt(matcher.group(2));
        if (index >= 1 && index <= of && of <= Grid.MOST) {
          return new Shard(index, of);
        }
      }
      throw new TypeConversionException(HELP.formatted(value));
    }
  }

  /** What is between commas; nothing between two is something that is wrong. */
  private static Stream<String> listed(String value) {
    return Stream.of(value.split(",", -1));
  }

  static final class OfText implements ITypeConverter<String> {
    @Override
    public String convert(String value) {
      return value;
    }
  }

  /** What a file is licensed under. */
  static final class OfLicense implements ITypeConverter<License> {
    @Override
    public License convert(String value) {
      return License.of(value)
          .orElseThrow(
              () ->
                  new TypeConversionException(
                      "'%s' is no SPDX identifier; write GPL-2.0-only, or several joined by AND, OR or WITH"
                          .formatted(value)));
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

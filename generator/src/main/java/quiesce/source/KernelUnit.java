package quiesce.source;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import quiesce.source.grammar.KernelCParser;
import quiesce.source.grammar.KernelCParser.StrategyContext;

/**
 * Structs and functions of the kernel that are no more than C makes of others, as what a strategy
 * may use: each file of the folder {@code kernel} among the resources.
 *
 * @param file whose places are those of the items
 */
public record KernelUnit(SourceFile file, List<Item> items) {
  private static final List<SourceFile> FILES =
      Stream.of(
              "kref.c",
              "completion.c",
              "list.c",
              "hlist.c",
              "hlist-del.c",
              "notifier.c",
              "later.c",
              "percpu-ref.c",
              "minmax.c",
              "seqcount.c",
              "seqlock.c")
          .map(name -> SourceFile.of(name, text("kernel/" + name)))
          .toList();

  /** What a line in the first column defines. */
  private static final Pattern DEFINITION =
      Pattern.compile("(?m)^(?:struct (\\w+) \\{|\\w[\\w *]*?(\\w+)[(;])");

  private static final Pattern WORD = Pattern.compile("\\w+");

  /** All of them, in the order of the documentation. */
  public static List<KernelUnit> all() {
    return read(FILES);
  }

  /**
   * Those of which a file names something, or one of these. Most name nothing, so no other is
   * parsed.
   */
  static List<KernelUnit> namedBy(Set<String> words) {
    Set<String> all = new HashSet<>(words);
    List<SourceFile> named = new ArrayList<>();
    for (int i = FILES.size() - 1; i >= 0; i--) {
      SourceFile file = FILES.get(i);
      if (names(file).anyMatch(all::contains)) {
        named.add(0, file);
        WORD.matcher(file.text()).results().forEach(word -> all.add(word.group()));
      }
    }
    return read(named);
  }

  /** Each may use what is in those before it. */
  private static List<KernelUnit> read(List<SourceFile> files) {
    List<KernelUnit> units = new ArrayList<>();
    files.forEach(file -> units.add(read(file, units)));
    return units;
  }

  /** What a file defines, without that it is parsed. */
  static Stream<String> names(SourceFile file) {
    return DEFINITION
        .matcher(file.text())
        .results()
        .map(found -> found.group(1) == null ? found.group(2) : found.group(1));
  }

  private static KernelUnit read(SourceFile file, List<KernelUnit> before) {
    Diagnostics diagnostics = new Diagnostics(file, Profile.STRATEGY);
    KernelC<StrategyContext> c = KernelC.parse(file.text(), KernelCParser::strategy, diagnostics);
    List<Item> items = new ItemBuilder(diagnostics, before).items(c.parsed());
    diagnostics.throwIfAny();
    return new KernelUnit(file, items);
  }

  private static String text(String resource) {
    try (InputStream in = KernelUnit.class.getResourceAsStream(resource)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Whether it has something of the same name: a file that has it itself does without. */
  boolean defines(Item item) {
    return items.stream()
        .filter(i -> i instanceof Item.Struct == item instanceof Item.Struct)
        .anyMatch(i -> i.name().equals(item.name()));
  }

  Set<String> structs() {
    return items.stream()
        .filter(Item.Struct.class::isInstance)
        .map(Item::name)
        .collect(Collectors.toSet());
  }
}

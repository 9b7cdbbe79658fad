package quiesce.source;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
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
  private static final List<KernelUnit> ALL =
      Stream.of("kref", "completion").map(KernelUnit::read).toList();

  /** All of them, in the order of the documentation. */
  public static List<KernelUnit> all() {
    return ALL;
  }

  /** Those of which a file names something. */
  static List<KernelUnit> namedBy(Set<String> words) {
    return ALL.stream()
        .filter(u -> u.items.stream().anyMatch(i -> words.contains(i.name())))
        .toList();
  }

  private static KernelUnit read(String name) {
    SourceFile file = SourceFile.of(name + ".c", text("kernel/" + name + ".c"));
    Diagnostics diagnostics = new Diagnostics(file, Profile.STRATEGY);
    KernelC<StrategyContext> c = KernelC.parse(file.text(), KernelCParser::strategy, diagnostics);
    List<Item> items = new ItemBuilder(diagnostics, List.of()).items(c.parsed());
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

package quiesce.source;

import java.util.List;
import java.util.stream.Stream;
import quiesce.source.grammar.KernelCParser;
import quiesce.source.grammar.KernelCParser.StrategyContext;

/** Reads a strategy file: C text in, syntax tree out. */
public final class Parser {
  private Parser() {}

  /**
   * The syntax tree of the file. Where the file has a primitive that the machine has not, no error
   * is thrown: it is noted in the tree, which means nothing then.
   *
   * @throws SourceException with every error of the file, when it is not within the C subset
   */
  public static Strategy parse(SourceFile file) {
    Diagnostics diagnostics = new Diagnostics(file, Profile.STRATEGY);
    FrontMatter frontMatter =
        FrontMatterReader.leading(file, diagnostics).withDefaults(file.defaults());
    Configuration configuration = Configuration.of(frontMatter, diagnostics);
    KernelC<StrategyContext> c =
        KernelC.parse(file.code(), KernelCParser::strategy, configuration, diagnostics);
    List<KernelUnit> kernel = KernelUnit.namedBy(c.names());
    List<Item> items = new ItemBuilder(diagnostics, kernel).items(c.parsed(), configuration);
    configuration.refuseUnused(diagnostics);
    NameChecks.check(items, diagnostics);
    LabelChecks.check(items, c.givenUp(), diagnostics);
    if (c.missing().none()) {
      diagnostics.throwIfAny();
    }
    return new Strategy(
        file,
        frontMatter,
        items,
        kernel.stream()
            .filter(u -> items.stream().noneMatch(u::defines))
            .flatMap(u -> u.items().stream())
            .toList(),
        Stream.concat(file.leftOut().stream(), diagnostics.setAside().stream()).toList(),
        diagnostics.macros(),
        c.missing().none() ? Unsupported.NOTHING : c.missing().with(diagnostics.found()));
  }

  /**
   * The front matter alone, of a file that may hold anything after it.
   *
   * @throws SourceException with every error of the front matter
   */
  public static FrontMatter frontMatter(SourceFile file) {
    Diagnostics diagnostics = new Diagnostics(file);
    FrontMatter frontMatter = FrontMatterReader.leading(file, diagnostics);
    diagnostics.throwIfAny();
    return frontMatter;
  }
}

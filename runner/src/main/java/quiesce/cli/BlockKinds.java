package quiesce.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import picocli.CommandLine.TypeConversionException;
import quiesce.document.Block;
import quiesce.document.MarkerException;
import quiesce.models.MemoryModels;
import quiesce.module.Options;
import quiesce.property.Property;

/** What a marker may contain. */
final class BlockKinds {
  private BlockKinds() {}

  @Command(name = "matrix", customSynopsis = "matrix [S...] [--property NAME]...")
  static final class Matrix implements BlockArguments.Kind {
    private final Optional<Path> templates;

    @Parameters private List<String> strategies = List.of();

    @Option(names = "--property", converter = Converters.OfProperty.class)
    private List<Property> properties = List.of();

    @Mixin private ModelOptions model;
    @Spec private CommandSpec spec;

    Matrix(Optional<Path> templates) {
      this.templates = templates;
    }

    @Override
    public Block block() {
      return new Block.Matrix(strategies, properties, Models.all(spec, model, templates));
    }
  }

  @Command(name = "verdict", customSynopsis = "verdict S PROPERTY")
  static final class OneVerdict implements BlockArguments.Kind {
    private final Optional<Path> templates;

    @Parameters(index = "0", paramLabel = "S")
    private String strategy;

    @Parameters(index = "1", paramLabel = "PROPERTY", converter = Converters.OfProperty.class)
    private Property property;

    @Mixin private ModelOptions model;
    @Spec private CommandSpec spec;

    OneVerdict(Optional<Path> templates) {
      this.templates = templates;
    }

    @Override
    public Block block() {
      return new Block.OneVerdict(strategy, property, Models.one(spec, model, templates));
    }
  }

  @Command(
      name = "counterexample",
      customSynopsis = "counterexample S PROPERTY [--as text|mermaid|svg] [--file FILE]")
  static final class Race implements BlockArguments.Kind {
    private final Optional<Path> templates;

    @Parameters(index = "0", paramLabel = "S")
    private String strategy;

    @Parameters(index = "1", paramLabel = "PROPERTY", converter = Converters.OfProperty.class)
    private Property property;

    @Option(names = "--as", paramLabel = "text|mermaid|svg", defaultValue = "text")
    private Block.Form form;

    @Option(names = "--file", paramLabel = "FILE")
    private Optional<String> file;

    @Mixin private ModelOptions model;
    @Spec private CommandSpec spec;

    Race(Optional<Path> templates) {
      this.templates = templates;
    }

    @Override
    public Block block() {
      if (file.isPresent() && form != Block.Form.SVG) {
        throw new MarkerException(
            "--file", "--file is for a drawing", "write --as svg, or leave --file out");
      }
      return new Block.Race(strategy, property, Models.one(spec, model, templates), form, file);
    }
  }

  @Command(name = "source", customSynopsis = "source S [--lines A-B]")
  static final class Source implements BlockArguments.Kind {
    @Parameters(index = "0", paramLabel = "S")
    private String strategy;

    @Option(names = "--lines", paramLabel = "A-B", converter = OfLines.class)
    private Optional<Block.LineRange> lines;

    @Override
    public Block block() {
      return new Block.Source(strategy, lines);
    }
  }

  @Command(name = "tla", customSynopsis = "tla S [--action NAME | --property NAME]")
  static final class Tla implements BlockArguments.Kind {
    private final Optional<Path> templates;

    @Parameters(index = "0", paramLabel = "S")
    private String strategy;

    @Option(names = "--action", paramLabel = "NAME")
    private Optional<String> action;

    @Option(names = "--property", paramLabel = "NAME", converter = Converters.OfProperty.class)
    private Optional<Property> property;

    @Mixin private ModelOptions model;
    @Spec private CommandSpec spec;

    Tla(Optional<Path> templates) {
      this.templates = templates;
    }

    @Override
    public Block block() {
      if (action.isPresent() && property.isPresent()) {
        throw new MarkerException(
            "--property",
            "an excerpt is one definition",
            "write --action NAME or --property NAME, not both");
      }
      return new Block.Tla(
          strategy,
          Models.withNumbers(spec, model, templates),
          action.or(() -> property.map(Property::title)));
    }
  }

  @Command(name = "cost", customSynopsis = "cost [S...]")
  static final class Cost implements BlockArguments.Kind {
    private final Optional<Path> templates;

    @Parameters private List<String> strategies = List.of();

    Cost(Optional<Path> templates) {
      this.templates = templates;
    }

    @Override
    public Block block() {
      return new Block.Cost(strategies, List.of(Options.DEFAULT.withTemplates(templates)));
    }
  }

  @Command(name = "why", customSynopsis = "why S")
  static final class Why implements BlockArguments.Kind {
    private final Optional<Path> templates;

    @Parameters(index = "0", paramLabel = "S")
    private String strategy;

    @Mixin private ModelOptions model;
    @Spec private CommandSpec spec;

    Why(Optional<Path> templates) {
      this.templates = templates;
    }

    @Override
    public Block block() {
      return new Block.Why(strategy, Models.all(spec, model, templates));
    }
  }

  @Command(name = "graph", customSynopsis = "graph S [--as svg|mermaid] [--file FILE]")
  static final class Graph implements BlockArguments.Kind {
    private final Optional<Path> templates;

    @Parameters(index = "0", paramLabel = "S")
    private String strategy;

    @Option(names = "--as", paramLabel = "svg|mermaid", defaultValue = "svg")
    private Block.Form form;

    @Option(names = "--file", paramLabel = "FILE")
    private Optional<String> file;

    @Mixin private ModelOptions model;
    @Spec private CommandSpec spec;

    Graph(Optional<Path> templates) {
      this.templates = templates;
    }

    @Override
    public Block block() {
      if (form == Block.Form.TEXT) {
        throw new MarkerException("--as", "a graph is drawn", "write --as svg or --as mermaid");
      }
      if (file.isPresent() && form != Block.Form.SVG) {
        throw new MarkerException(
            "--file", "--file is for a drawing", "write --as svg, or leave --file out");
      }
      return new Block.Graph(strategy, Models.withNumbers(spec, model, templates), form, file);
    }
  }

  /** Lines of a file. */
  static final class OfLines implements ITypeConverter<Block.LineRange> {
    @Override
    public Block.LineRange convert(String value) {
      if (value.matches("[1-9]\\d{0,5}-[1-9]\\d{0,5}")) {
        int dash = value.indexOf('-');
        int first = Integer.parseInt(value.substring(0, dash));
        int last = Integer.parseInt(value.substring(dash + 1));
        if (first <= last) {
          return new Block.LineRange(first, last);
        }
      }
      throw new TypeConversionException("'" + value + "' is no range of lines; write 12-20");
    }
  }

  /** The models that a marker asks for. */
  private static final class Models {
    private static final String MEMORY = "--memory";
    private static final String TEMPLATES = "--templates";

    private Models() {}

    static List<Options> all(CommandSpec spec, ModelOptions model, Optional<Path> templates) {
      return with(templates, spec, model.options());
    }

    /** The simplest one where none is named. */
    static Options one(CommandSpec spec, ModelOptions model, Optional<Path> templates) {
      return first(spec, with(templates, spec, model.options()));
    }

    /** The same for those who look at the specification: with numbers where none is named. */
    static Options withNumbers(CommandSpec spec, ModelOptions model, Optional<Path> templates) {
      return first(spec, with(templates, spec, model.withNumbers()));
    }

    private static List<Options> with(
        Optional<Path> templates, CommandSpec spec, List<Options> options) {
      if (said(spec, TEMPLATES)) {
        throw new MarkerException(
            TEMPLATES,
            "--templates is no option of a marker",
            "write 'quiesce embed --templates DIR', for all blocks");
      }
      return options.stream().map(o -> o.withTemplates(templates)).toList();
    }

    private static Options first(CommandSpec spec, List<Options> all) {
      if (all.size() > 1 && said(spec, MEMORY)) {
        throw new MarkerException(
            MEMORY,
            "this block is about one memory model",
            "write --memory and one of " + String.join(", ", MemoryModels.names()));
      }
      return all.get(0);
    }

    private static boolean said(CommandSpec spec, String option) {
      return spec.commandLine().getParseResult().hasMatchedOption(option);
    }
  }
}

package quiesce.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import quiesce.catalogue.Catalogue;
import quiesce.catalogue.Cut;
import quiesce.catalogue.InputException;
import quiesce.engine.Engine;
import quiesce.property.Property;
import quiesce.watch.SavedFiles;

@Command(
    name = "watch",
    description = {
      "Checks strategies, and again whenever one is saved. Shows what check shows of a file, and which"
          + " verdicts have changed since the last time. A save during a check starts it over.",
      "The key q ends it, with exit code 0, and so do Ctrl-C (130) and SIGTERM (143)."
    },
    mixinStandardHelpOptions = true,
    versionProvider = VersionText.class,
    footerHeading = "%nExamples:%n",
    footer = {
      "  quiesce show rcu --source > mine.c && quiesce watch mine.c",
      "  quiesce watch mine.c --memory sc --property Tear"
    })
final class WatchCommand implements Callable<Integer> {
  private final Console console;
  private final HeadStart headStart;

  @Parameters(paramLabel = "FILE", description = "Files of strategies.")
  private List<String> names = List.of();

  @Mixin private FromOption from;

  @Option(
      names = "--property",
      paramLabel = "NAME",
      converter = Converters.OfProperty.class,
      description = "Check this property only; repeatable.")
  private List<Property> properties = List.of();

  @Mixin private ModelOptions model;
  @Mixin private EngineOptions engineOptions;
  @Mixin private ReportOptions report;

  WatchCommand(Console console, HeadStart headStart) {
    this.console = console;
    this.headStart = headStart;
  }

  @Override
  public Integer call() throws IOException, InterruptedException {
    Check check =
        new Check(
            properties,
            model,
            engineOptions,
            new CheckpointOptions(),
            Optional.empty(),
            report,
            console.inOne());
    Map<Path, String> files = files();
    Catalogue catalogue = Catalogue.onClassPath().with(from.cuts());
    try (Engine engine = engineOptions.engine(console, new CheckpointOptions(), headStart);
        SavedFiles saved = SavedFiles.of(files.keySet());
        Watching watching = new Watching(check, engine, files, catalogue)) {
      watching.follow(saved);
      return ExitCode.AS_EXPECTED;
    }
  }

  /** By their place, as the user named them: one that is named twice is one. */
  private Map<Path, String> files() {
    Catalogue catalogue = Catalogue.onClassPath();
    Map<Path, String> files = new LinkedHashMap<>();
    from.requireSome(names, "FILE");
    for (Cut cut : from.cuts()) {
      refuseInput(cut.file());
      require(cut.file());
      if (files.putIfAbsent(place(cut.file()), cut.argument()) != null) {
        throw new InputException(
            cut.file() + " is named twice; name all its functions in one --from");
      }
    }
    for (String name : names) {
      refuseInput(name);
      if (!Catalogue.isPath(name) && catalogue.names().contains(name)) {
        throw new InputException(
            ("%s is a strategy of the catalogue, which nobody saves; 'quiesce show %s --source >"
                    + " %s.c' makes a file of it")
                .formatted(name, name, name));
      }
      String path = Catalogue.isPath(name) ? name : "./" + name;
      require(path);
      files.putIfAbsent(place(path), path);
    }
    return files;
  }

  private static void refuseInput(String name) {
    if (name.equals(Catalogue.INPUT) || name.isEmpty()) {
      throw new InputException("standard input cannot be watched; name a file");
    }
  }

  private static Path place(String path) {
    return Path.of(path).toAbsolutePath().normalize();
  }

  /** What is wrong with the text is for later: somebody is working on it. */
  private static void require(String name) {
    try {
      Path path = Path.of(name);
      if (Files.isDirectory(path)) {
        throw new InputException(name + " is a directory; name the .c files of strategies in it");
      } else if (!Files.exists(path)) {
        throw new InputException(name + ": no such file");
      }
    } catch (InvalidPathException e) {
      throw new InputException("not a file name: " + e.getMessage(), e);
    }
  }
}

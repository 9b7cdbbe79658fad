package quiesce.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import quiesce.catalogue.Catalogue;
import quiesce.document.DocumentFiles;
import quiesce.document.Embedding;
import quiesce.document.Renewal;
import quiesce.engine.Engine;
import quiesce.module.Options;
import quiesce.report.Incomplete;
import quiesce.source.SourceFile;
import quiesce.template.Templates;
import quiesce.verdict.AtOnce;
import quiesce.verdict.Checker;
import quiesce.verdict.Limits;
import quiesce.verdict.StrategyVerdicts;
import quiesce.verdict.Subject;
import quiesce.why.Answer;
import quiesce.why.Why;

@Command(
    name = "embed",
    description = "Renews generated blocks in Markdown, reStructuredText, AsciiDoc and LaTeX.",
    mixinStandardHelpOptions = true,
    versionProvider = VersionText.class,
    footerHeading = "%nA block is the text between two comments:%n",
    footer = {
      "  <!-- quiesce: matrix rcu static-call --memory weak -->    .. quiesce: ...   in .rst",
      "  <!-- quiesce: end -->                                     // quiesce: ...   in .adoc",
      "                                                            %% quiesce: ...    in .tex",
      "",
      "Kinds of blocks; paths of strategies are relative to the document:",
      "  matrix [S...] [--property NAME]                 verdicts, as check shows them",
      "  verdict S PROPERTY                              one verdict with its bounds",
      "  counterexample S PROPERTY [--as text|mermaid|svg] [--file images/X.svg]",
      "                                                  how a property is violated",
      "  source S [--lines A-B]                          the C, without its front matter",
      "  tla S [--action NAME | --property NAME]         the specification, or one definition",
      "  cost [S...]                                     what readers and unregister pay",
      "  why S                                           what each line is there for",
      "  graph S [--as svg|mermaid] [--file images/X.svg]",
      "                                                  all states; only a few can be drawn",
      "Those that are about a model take its options, as check does; without --memory, a matrix and",
      "a why are about all memory models, and any other block about sc.",
      "",
      "Examples:",
      "  quiesce embed README.md docs/*.md     # renew them",
      "  quiesce embed --check docs/*.rst      # in a CI run",
      "",
      "Exit codes: 0 all is up to date, 1 --check found what is stale, or a body that was edited by",
      "hand was kept, 2 usage or input error, 3 TLC failed; with 2 and 3 the documents that have the",
      "error are not changed, and the others are."
    })
final class EmbedCommand implements Callable<Integer> {
  private final Console console;

  @Parameters(
      paramLabel = "DOC",
      arity = "1..*",
      description = "Documents: .md, .markdown, .rst, .adoc, .asciidoc, .tex.")
  private List<String> documents;

  @Option(
      names = "--check",
      description = "Change nothing; print what is stale as a unified diff, and exit with 1.")
  private boolean check;

  @Option(
      names = "--force",
      description = "Overwrite bodies and drawings that were edited by hand, too.")
  private boolean force;

  @Option(
      names = "--templates",
      paramLabel = "DIR",
      description = "Templates that replace those of the same name.")
  private Optional<Path> templates;

  @Mixin private EngineOptions engineOptions;
  @Mixin private ReportOptions report;

  EmbedCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    Refusals refusals = new Refusals();
    Embedding embedding =
        Embedding.of(
            documents,
            new BlockArguments(templates),
            Catalogue.onClassPath(),
            (file, options) ->
                Batch.attempt(file.name(), engineOptions.timeout(), () -> generated(file, options)),
            refusals);
    int code = embedding.isEmpty() ? ExitCode.AS_EXPECTED : renew(embedding, refusals);
    Batch batch = refusals.batch();
    batch.told(console);
    return batch.code(code);
  }

  /** What a document shows of it names the module, so the specification is needed. */
  private static Subject generated(SourceFile file, Options options) {
    Subject subject = Subject.of(file, options);
    subject.asked();
    return subject;
  }

  private int renew(Embedding embedding, Refusals refusals) {
    try (Engine engine = engineOptions.engine(console)) {
      List<StrategyVerdicts> verdicts = verdicts(embedding.wanted(), engine);
      Incomplete.of(verdicts).forEach(console::error);
      List<Renewal> renewals =
          embedding.renew(
              verdicts,
              original -> why(original, engine),
              engine,
              new Templates(templates),
              force,
              refusals);
      return check ? check(renewals) : write(renewals);
    }
  }

  private List<StrategyVerdicts> verdicts(List<Embedding.Wanted> wanted, Engine engine) {
    Limits limits = engineOptions.limits(Optional.empty());
    AtomicInteger done = new AtomicInteger();
    try (Progress progress = Progress.of(report, console, wanted.size())) {
      Checker checker = new Checker(engine, limits, progress).withFewestSwitches();
      List<Supplier<StrategyVerdicts>> checks = new ArrayList<>();
      for (Embedding.Wanted one : wanted) {
        checks.add(
            () -> {
              progress.begun(one.subject());
              return checker.check(one.subject(), one.shown());
            });
      }
      return AtOnce.run(
          checks,
          engineOptions.jobs(),
          verdicts -> progress.done(done.incrementAndGet(), wanted.size(), verdicts));
    }
  }

  private Answer why(List<StrategyVerdicts> original, Engine engine) {
    Checker checker = new Checker(engine, engineOptions.limits(Optional.empty()));
    return new Answer(original, new Why(checker, original).findings(engineOptions.jobs(), f -> {}));
  }

  private int check(List<Renewal> renewals) {
    renewals.forEach(r -> console.print(r.diff()));
    boolean stale = renewals.stream().anyMatch(Renewal::changes);
    boolean kept = tellKept(renewals);
    if (!stale && !kept) {
      return ExitCode.AS_EXPECTED;
    }
    console.error(
        (stale ? "blocks are stale" : "blocks were edited by hand") + "; this renews them:");
    console.err().print(mend(kept && !stale) + "\n");
    return ExitCode.NOT_AS_EXPECTED;
  }

  private int write(List<Renewal> renewals) {
    DocumentFiles.write(renewals);
    renewals.forEach(r -> console.line(r.name() + ": " + (r.changes() ? "renewed" : "unchanged")));
    return tellKept(renewals) ? ExitCode.NOT_AS_EXPECTED : ExitCode.AS_EXPECTED;
  }

  private boolean tellKept(List<Renewal> renewals) {
    List<String> kept = renewals.stream().flatMap(r -> r.kept().stream()).toList();
    kept.forEach(console::error);
    return !kept.isEmpty();
  }

  private String mend(boolean forcing) {
    return "quiesce embed "
        + (forcing || force ? "--force " : "")
        + templates.map(t -> "--templates " + quoted(t.toString()) + " ").orElse("")
        + documents.stream().map(EmbedCommand::quoted).collect(Collectors.joining(" "));
  }

  private static String quoted(String word) {
    return word.matches("[\\w./@%+=:,-]+") ? word : "'" + word.replace("'", "'\\''") + "'";
  }
}

package quiesce.document;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;
import quiesce.catalogue.Catalogue;
import quiesce.catalogue.InputException;
import quiesce.diagram.StateGraph;
import quiesce.diagram.StateGraphs;
import quiesce.document.Strategies.Question;
import quiesce.engine.Engine;
import quiesce.engine.tlc.TlcException;
import quiesce.module.Options;
import quiesce.property.Property;
import quiesce.source.SourceFile;
import quiesce.template.Templates;
import quiesce.verdict.StrategyVerdicts;
import quiesce.verdict.Subject;
import quiesce.why.Answer;

/**
 * The renewal of documents: first what has to be checked for all of them, then, with the verdicts,
 * what becomes of each.
 */
public final class Embedding {
  private final Strategies strategies;
  private final BlockReader reader;
  private final List<Work> works = new ArrayList<>();

  private Embedding(Strategies strategies, BlockReader reader) {
    this.strategies = strategies;
    this.reader = reader;
  }

  /** Does the work on one document, whose failure does not stop that on the others. */
  public interface Attempts {
    /** Runs the step, and keeps what is wrong with the document. */
    void attempt(String document, Runnable step);
  }

  /** A document, and what its blocks are to hold. */
  private record Work(Document document, Path path, List<Part> parts) {
    /** What has to be checked. */
    List<Asked> questions() {
      return parts.stream()
          .filter(p -> p.block().checked())
          .flatMap(p -> p.questions().stream().map(q -> new Asked(q, p.block().shown())))
          .toList();
    }
  }

  /** A block, and the strategies that it names. */
  private record Part(Region region, Block block, List<SourceFile> files) {
    List<Question> questions() {
      return files.stream()
          .flatMap(f -> block.models().stream().map(o -> new Question(f, o)))
          .toList();
    }
  }

  /**
   * Reads documents; those that cannot be read, or that name a strategy that is refused, are none.
   *
   * @param names of files; one that is named twice counts once
   * @param generation of the strategies that they name
   */
  public static Embedding of(
      List<String> names,
      BlockReader reader,
      Catalogue catalogue,
      BiFunction<SourceFile, Options, Subject> generation,
      Attempts attempts) {
    Embedding embedding = new Embedding(new Strategies(catalogue, generation), reader);
    Set<Path> read = new HashSet<>();
    for (String name : names) {
      attempts.attempt(
          name,
          () -> {
            Path path = DocumentFiles.find(name);
            if (read.add(path)) {
              embedding.read(path, name);
            }
          });
    }
    return embedding;
  }

  /** Whether there is nothing to renew. */
  public boolean isEmpty() {
    return works.isEmpty();
  }

  private void read(Path path, String name) {
    Format format = Format.of(name);
    byte[] bytes =
        DocumentFiles.read(path).orElseThrow(() -> new InputException(name + ": no such file"));
    Document document = Document.of(name, format, DocumentText.of(name, bytes), reader.kinds());
    BlockProblems problems = new BlockProblems();
    List<Part> parts = new ArrayList<>();
    for (Region region : document.regions()) {
      problems.collect(document, region, () -> parts.add(part(region, path.getParent())));
    }
    problems.throwIfAny();
    works.add(new Work(document, path, parts));
  }

  private Part part(Region region, Path directory) {
    Block block = reader.read(Words.of(region.begin().words()));
    Part part = new Part(region, block, strategies.files(block.strategies(), directory));
    block.file().ifPresent(name -> tryDrawing(name, directory));
    part.questions().forEach(q -> strategies.subject(q, directory));
    return part;
  }

  private static void tryDrawing(String name, Path directory) {
    try {
      Drawings.file(name, directory);
    } catch (InputException e) {
      throw new MarkerException(name, e.getMessage(), "write --file images/NAME.svg");
    }
  }

  /**
   * What has to be checked.
   *
   * @param shown the only properties that verdicts are needed on
   */
  public record Wanted(Subject subject, Set<Property> shown) {}

  /** All that has to be checked for the blocks, each once. */
  public List<Wanted> wanted() {
    return questions().stream()
        .map(asked -> new Wanted(strategies.subject(asked.question()), asked.shown()))
        .toList();
  }

  /**
   * A check. Two blocks that show different properties have two: what a block holds must not depend
   * on the others.
   */
  private record Asked(Question question, Set<Property> shown) {}

  private Set<Asked> questions() {
    Set<Asked> questions = new LinkedHashSet<>();
    works.forEach(w -> questions.addAll(w.questions()));
    return questions;
  }

  /**
   * What becomes of the documents, and of the drawings beside them, without those that ask for what
   * there is not, or for a verdict that is not known.
   *
   * @param verdicts on what is wanted, in its order
   * @param why finds out what the lines of a strategy are for, given its verdicts under each model
   * @param force whether what somebody else wrote is written over
   */
  public List<Renewal> renew(
      List<StrategyVerdicts> verdicts,
      Function<List<StrategyVerdicts>, Answer> why,
      Engine engine,
      Templates templates,
      boolean force,
      Attempts attempts) {
    Map<Asked, StrategyVerdicts> byQuestion = new HashMap<>();
    int next = 0;
    for (Asked question : questions()) {
      byQuestion.put(question, verdicts.get(next++));
    }
    Contents contents =
        new Contents(templates, new Explored(strategies, byQuestion, why, engine, new HashMap<>()));
    ContentWriter writer = new ContentWriter(templates);
    Drawings drawings = new Drawings(force);
    List<Renewal> renewals = new ArrayList<>();
    for (Work work : works) {
      attempts.attempt(
          work.document().name(),
          () -> {
            refuseUnknown(work, byQuestion);
            renewals.add(renew(work, contents, writer, drawings, force));
          });
    }
    renewals.addAll(drawings.renewals());
    return renewals;
  }

  private static void refuseUnknown(Work work, Map<Asked, StrategyVerdicts> verdicts) {
    if (work.questions().stream().anyMatch(q -> verdicts.get(q).unknown())) {
      throw new TlcException(work.document().name() + " is not changed: a verdict is not known");
    }
  }

  private Renewal renew(
      Work work, Contents contents, ContentWriter writer, Drawings drawings, boolean force) {
    Document document = work.document();
    Format format = document.format();
    BlockProblems problems = new BlockProblems();
    Map<Part, List<Content>> found = new LinkedHashMap<>();
    for (Part part : work.parts()) {
      problems.collect(
          document,
          part.region(),
          () -> found.put(part, contents.of(part.block(), part.files(), format.ascii())));
    }
    // Else there would be drawings without their document.
    problems.throwIfAny();
    List<List<String>> bodies = new ArrayList<>();
    found.forEach(
        (part, content) ->
            problems.collect(
                document,
                part.region(),
                () -> {
                  drawings.add(content, work.path(), format);
                  bodies.add(writer.write(format, content));
                }));
    problems.throwIfAny();
    Renewer.Result result = Renewer.renew(document, bodies, force, reader.kinds());
    return new Renewal(
        document.name(),
        work.path(),
        Optional.of(document.text().bytes()),
        result.text().bytes(),
        result.kept());
  }

  /** What TLC has found, and finds where states themselves are asked for. */
  private record Explored(
      Strategies strategies,
      Map<Asked, StrategyVerdicts> found,
      Function<List<StrategyVerdicts>, Answer> findings,
      Engine tlc,
      Map<Question, StateGraph> graphs)
      implements Contents.Models {
    @Override
    public String engine() {
      return tlc.version();
    }

    @Override
    public Subject subject(Question question) {
      return strategies.subject(question);
    }

    @Override
    public StrategyVerdicts verdicts(Question question, Set<Property> shown) {
      return found.get(new Asked(question, shown));
    }

    @Override
    public Answer why(List<Question> questions) {
      Answer answer =
          findings.apply(
              questions.stream().map(q -> verdicts(q, EnumSet.allOf(Property.class))).toList());
      if (answer.unknown()) {
        throw new TlcException("what a line is for is not known: 'quiesce why' shows which");
      }
      return answer;
    }

    @Override
    public StateGraph graph(Question question) {
      return graphs.computeIfAbsent(question, q -> StateGraphs.of(tlc, subject(q)));
    }
  }
}

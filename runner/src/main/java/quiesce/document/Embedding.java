package quiesce.document;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import quiesce.catalogue.Catalogue;
import quiesce.catalogue.InputException;
import quiesce.diagram.StateGraph;
import quiesce.diagram.StateGraphs;
import quiesce.document.Strategies.Question;
import quiesce.emission.Templates;
import quiesce.source.SourceException;
import quiesce.source.SourceFile;
import quiesce.verdict.Engine;
import quiesce.verdict.StrategyVerdicts;
import quiesce.verdict.Subject;

/**
 * The renewal of documents: first what has to be checked for all of them, then, with the verdicts,
 * what becomes of each.
 */
public final class Embedding {
  private final Strategies strategies;
  private final BlockReader reader;
  private final List<Work> works = new ArrayList<>();

  private Embedding(Catalogue catalogue, BlockReader reader) {
    this.strategies = new Strategies(catalogue);
    this.reader = reader;
  }

  /** A document, and what its blocks are to hold. */
  private record Work(Document document, Path path, List<Part> parts) {}

  /** A block, and the strategies that it names. */
  private record Part(Region region, Block block, List<SourceFile> files) {
    List<Question> questions() {
      return files.stream()
          .flatMap(f -> block.models().stream().map(o -> new Question(f, o)))
          .toList();
    }
  }

  /**
   * Reads documents.
   *
   * @param names of files; one that is named twice counts once
   * @throws InputException if one of them is no document
   * @throws SourceException for everything that is wrong with markers and with strategies
   */
  public static Embedding of(List<String> names, BlockReader reader, Catalogue catalogue) {
    Embedding embedding = new Embedding(catalogue, reader);
    Map<Path, String> files = new LinkedHashMap<>();
    names.forEach(name -> files.putIfAbsent(DocumentFiles.find(name), name));
    BlockProblems problems = new BlockProblems();
    files.forEach((path, name) -> problems.collect(() -> embedding.read(path, name)));
    problems.throwIfAny();
    return embedding;
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
    block.file().ifPresent(name -> Drawings.file(name, directory));
    part.questions().forEach(q -> strategies.subject(q, directory));
    return part;
  }

  /** What has to be checked. */
  public List<Subject> subjects() {
    return questions().stream().map(strategies::subject).toList();
  }

  private Set<Question> questions() {
    Set<Question> questions = new LinkedHashSet<>();
    works.stream()
        .flatMap(w -> w.parts().stream())
        .filter(p -> p.block().checked())
        .forEach(p -> questions.addAll(p.questions()));
    return questions;
  }

  /**
   * What becomes of the documents, and of the drawings beside them.
   *
   * @param verdicts on the subjects, in their order
   * @param force whether what somebody else wrote is written over
   * @throws SourceException for blocks that ask for what there is not
   */
  public List<Renewal> renew(
      List<StrategyVerdicts> verdicts, Engine engine, Templates templates, boolean force) {
    Map<Question, StrategyVerdicts> byQuestion = new HashMap<>();
    int next = 0;
    for (Question question : questions()) {
      byQuestion.put(question, verdicts.get(next++));
    }
    Contents contents =
        new Contents(templates, new Explored(strategies, byQuestion, engine, new HashMap<>()));
    ContentWriter writer = new ContentWriter(templates);
    Drawings drawings = new Drawings(force);
    List<Renewal> renewals = new ArrayList<>();
    BlockProblems problems = new BlockProblems();
    for (Work work : works) {
      problems.collect(() -> renewals.add(renew(work, contents, writer, drawings, force)));
    }
    problems.throwIfAny();
    renewals.addAll(drawings.renewals());
    return renewals;
  }

  private Renewal renew(
      Work work, Contents contents, ContentWriter writer, Drawings drawings, boolean force) {
    Document document = work.document();
    Format format = document.format();
    BlockProblems problems = new BlockProblems();
    List<List<String>> bodies = new ArrayList<>();
    for (Part part : work.parts()) {
      problems.collect(
          document,
          part.region(),
          () -> {
            List<Content> found = contents.of(part.block(), part.files(), format.ascii());
            drawings.add(found, work.path(), format);
            bodies.add(writer.write(format, found));
          });
    }
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
      Map<Question, StrategyVerdicts> found,
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
    public StrategyVerdicts verdicts(Question question) {
      return found.get(question);
    }

    @Override
    public StateGraph graph(Question question) {
      return graphs.computeIfAbsent(question, q -> StateGraphs.of(tlc, subject(q)));
    }
  }
}

package quiesce.diagram;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import quiesce.diagram.Picture.Anchor;
import quiesce.diagram.Picture.Face;
import quiesce.diagram.Picture.Ink;
import quiesce.explanation.Counterexample;
import quiesce.explanation.Passage;
import quiesce.explanation.Relation;
import quiesce.property.Property;
import quiesce.text.Visible;

/**
 * A counterexample as a drawing: a lane for each CPU, time running down, the number of the C line
 * beside each event, arrows between events that depend on each other, the outcome last.
 */
public final class SequencePicture {
  private static final int MARGIN = 16;
  private static final int GAP = Lettering.LINE / 2;

  /** From the left edge of a lane to its life line, at least; arrows are there. */
  private static final int GUTTER = 20;

  /** From the life line to the text. */
  private static final int TEXT = 14;

  /** What an event is said in, after the number of its C line. */
  private static final int COLUMNS = 42;

  /** The tail of an arrow in the legend. */
  private static final int TAIL = 28;

  /** On the left of all lanes, for the way back of a lasso. */
  private static final int RETURN = 24;

  private final Counterexample example;
  private final List<Integer> cpus;
  private final Channels channels;

  /** The columns of the number of a C line, and of the space after it. */
  private final int indent;

  private final int left;
  private final int gutter;
  private final int lane;
  private final int width;
  private final List<Picture.Shape> bars = new ArrayList<>();
  private final List<Picture.Shape> shapes = new ArrayList<>();
  private final Map<Integer, Run> runs = new HashMap<>();
  private final Map<Integer, Picture.Point> places = new HashMap<>();
  private int y;

  /** A function that runs on a CPU since the line of its head. */
  private record Run(Passage.Head head, int from, int to) {}

  private SequencePicture(Counterexample example) {
    this.example = example;
    TreeSet<Integer> used = new TreeSet<>(example.events().stream().map(e -> e.cpu()).toList());
    this.cpus = used.isEmpty() ? List.of(0) : List.copyOf(used);
    this.channels = Channels.of(example, cpus);
    this.indent =
        example.lines().isEmpty() ? 0 : Integer.toString(example.lines().lastKey()).length() + 1;
    this.left = MARGIN + (example.backTo().isPresent() ? RETURN : 0);
    this.gutter = Math.max(GUTTER, channels.width());
    this.lane = gutter + TEXT + Lettering.width(indent + COLUMNS) + MARGIN;
    this.width = left + cpus.size() * lane + MARGIN;
  }

  public static Picture of(Counterexample example) {
    return new SequencePicture(example).draw();
  }

  private Picture draw() {
    String title = example.property().title() + " violated";
    y = MARGIN + Lettering.LINE;
    cpus.forEach(c -> set(List.of("CPU " + c), lane(c), Ink.TEXT, Face.BOLD));
    int top = y + GAP;
    y = top + GAP;
    passages(Passage.of(example));
    cpus.forEach(this::endRun);
    int bottom = y + GAP;
    outcome(title);
    legend();
    sources();
    List<Picture.Shape> all = new ArrayList<>();
    cpus.forEach(c -> all.add(new Picture.Line(lane(c), top, lane(c), bottom, Ink.MUTED, true)));
    all.addAll(bars);
    all.addAll(channels.arrows(places, this::lane));
    all.addAll(shapes);
    return new Picture(width, y + MARGIN, title, Narration.of(example), all);
  }

  private void passages(List<Passage> passages) {
    int start = y;
    for (int i = 0; i < passages.size(); i++) {
      Passage p = passages.get(i);
      if (p instanceof Passage.Head h) {
        head(h);
      } else if (p instanceof Passage.Deed d) {
        deed(d, i + 1 == passages.size() && endsInAFault());
      } else if (p instanceof Passage.Again) {
        cpus.forEach(this::endRun);
        start = remark("from here on again and again");
      } else {
        int end = remark("and back");
        shapes.add(back(start - 5, end - 5));
      }
    }
  }

  /** Whether the last event is the one that must not happen. */
  private boolean endsInAFault() {
    return !example.property().liveness() && example.property() != Property.NO_DEADLOCK;
  }

  private void head(Passage.Head head) {
    endRun(head.cpu());
    y += GAP + Lettering.LINE;
    String name = Visible.of(head.function()) + "()";
    places.put(head.event(), new Picture.Point(lane(head.cpu()), y - 5));
    int x = lane(head.cpu()) + TEXT;
    List<String> lines = Lettering.wrap(name, COLUMNS - 12, "");
    set(lines, x, Ink.TEXT, Face.BOLD);
    head.badge()
        .ifPresent(b -> badge(x + Lettering.width(lines.get(lines.size() - 1)) + MARGIN, b));
    runs.put(head.cpu(), new Run(head, y - 12, y + 4));
  }

  private void badge(int x, String context) {
    int inner = Lettering.width(context);
    shapes.add(new Picture.Box(x, y - 14, inner + 12, 19, Ink.ACCENT, true, ""));
    shapes.add(
        new Picture.Text(x + 6 + inner / 2, y, context, Ink.ACCENT, Face.PLAIN, Anchor.MIDDLE));
  }

  private void deed(Passage.Deed deed, boolean fault) {
    Ink ink = fault ? Ink.DANGER : deed.harness() ? Ink.MUTED : Ink.TEXT;
    int x = lane(deed.cpu());
    if (deed.harness()) {
      endRun(deed.cpu());
    }
    y += Lettering.LINE;
    shapes.add(new Picture.Dot(x, y - 5, ink));
    places.put(deed.event(), new Picture.Point(x, y - 5));
    deed.line().ifPresent(l -> number(x + TEXT, l));
    Face face = deed.harness() ? Face.ITALIC : Face.PLAIN;
    int begin = x + TEXT + Lettering.width(deed.harness() ? 0 : indent);
    set(lines(Visible.of(deed.note()), COLUMNS), begin, ink, face);
    runs.computeIfPresent(deed.cpu(), (c, run) -> new Run(run.head(), run.from(), y + 4));
  }

  /** What is said by the way, after three spaces, has lines of its own if one is too short. */
  private static List<String> lines(String note, int columns) {
    if (Lettering.columns(note) <= columns) {
      return List.of(note);
    }
    List<String> lines = new ArrayList<>();
    for (String part : note.split(" {3,}")) {
      String hang = lines.isEmpty() ? "" : "  ";
      lines.addAll(Lettering.wrap(hang + part, columns, hang + "  "));
    }
    return lines;
  }

  /** Draws the bar that shows how long a function ran. */
  private void endRun(int cpu) {
    Optional.ofNullable(runs.remove(cpu))
        .ifPresent(
            run -> {
              Ink ink = run.head().badge().isPresent() ? Ink.ACCENT : Ink.MUTED;
              int height = run.to() - run.from();
              bars.add(new Picture.Box(lane(cpu) - 4, run.from(), 8, height, ink, true, ""));
            });
  }

  /** A line across all lanes. */
  private int remark(String text) {
    y += GAP + Lettering.LINE;
    int begin = lane(cpus.get(0)) + TEXT;
    int end = begin + Lettering.width(text);
    set(List.of(text), begin, Ink.ACCENT, Face.ITALIC);
    shapes.add(new Picture.Line(left, y - 5, begin - 8, y - 5, Ink.ACCENT, true));
    shapes.add(new Picture.Line(end + 8, y - 5, width - MARGIN, y - 5, Ink.ACCENT, true));
    y += 4;
    return y - 4;
  }

  private Picture.Arrow back(int from, int to) {
    return new Picture.Arrow(
        List.of(
            new Picture.Point(left, to),
            new Picture.Point(MARGIN, to),
            new Picture.Point(MARGIN, from),
            new Picture.Point(left, from)),
        Ink.ACCENT,
        false);
  }

  private void outcome(String title) {
    y += GAP + Lettering.LINE;
    int top = y;
    List<String> lines =
        Lettering.wrap(
            title + ": " + Visible.of(example.outcome()),
            (width - 2 * MARGIN - 2 * TEXT) / Lettering.width(1),
            "");
    y += Lettering.LINE + 2;
    set(lines, MARGIN + TEXT, Ink.DANGER, Face.BOLD);
    int height = y + GAP - top;
    shapes.add(new Picture.Box(MARGIN, top, width - 2 * MARGIN, height, Ink.DANGER, true, ""));
    y = top + height;
  }

  /** What the arrows say. */
  private void legend() {
    int x = left + gutter + TEXT;
    y += channels.ways().isEmpty() ? 0 : GAP;
    for (Relation.Kind kind : Relation.Kind.values()) {
      if (example.relations().stream().anyMatch(r -> r.kind() == kind)) {
        y += Lettering.LINE;
        List<Picture.Point> tail =
            List.of(new Picture.Point(x - TAIL, y - 5), new Picture.Point(x - 4, y - 5));
        shapes.add(new Picture.Arrow(tail, Ink.ACCENT, Channels.isDashed(kind)));
        set(List.of(Channels.words(kind)), x + 4, Ink.MUTED, Face.PLAIN);
      }
    }
  }

  /** The C lines that the numbers stand for. */
  private void sources() {
    int x = left + gutter + TEXT;
    int begin = x + Lettering.width(indent);
    int columns = (width - MARGIN - begin) / Lettering.width(1);
    y += example.lines().isEmpty() ? 0 : GAP;
    example
        .lines()
        .forEach(
            (line, source) -> {
              y += Lettering.LINE;
              number(x, line);
              List<String> lines = Lettering.wrap(Visible.of(source), columns, "");
              set(lines, begin, Ink.MUTED, Face.PLAIN);
            });
  }

  /** The number of a C line, in the columns for it that begin at {@code x}. */
  private void number(int x, int line) {
    int end = x + Lettering.width(indent - 1);
    String text = Integer.toString(line);
    shapes.add(new Picture.Text(end, y, text, Ink.MUTED, Face.PLAIN, Anchor.END));
  }

  /** Sets lines from the current one on; the last of them becomes the current one. */
  private void set(List<String> lines, int x, Ink ink, Face face) {
    shapes.addAll(Lettering.set(lines, x, y, ink, face));
    y += (lines.size() - 1) * Lettering.LINE;
  }

  /** The life line of a CPU. */
  private int lane(int cpu) {
    return left + cpus.indexOf(cpu) * lane + gutter;
  }
}

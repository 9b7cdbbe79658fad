package quiesce.diagram;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.List;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import quiesce.explanation.Counterexample;
import quiesce.explanation.Event;
import quiesce.explanation.Relation;

class SequencePictureTest {
  private static final quiesce.property.Property FAULT =
      quiesce.property.Property.NO_NULL_DEREFERENCE;

  @Property(tries = 200)
  void whateverIsSaidStaysInItsLane(@ForAll String text) {
    Picture picture = SequencePicture.of(Samples.saying(text));
    int second = headings(picture).get(1).x();

    for (Picture.Text t : texts(picture)) {
      assertThat(right(t)).as(t.text()).isLessThan(picture.width());
      boolean before = t.x() < second && t.face() != Picture.Face.ITALIC;
      boolean event = t.ink() == Picture.Ink.TEXT && t.anchor() == Picture.Anchor.START;
      if (before && event) {
        assertThat(right(t)).as(t.text()).isLessThan(second);
      }
    }
  }

  @Property(tries = 200)
  void nothingIsDrawnOutsideOfThePicture(@ForAll String text) {
    Picture picture = SequencePicture.of(Samples.saying(text));

    for (Picture.Text t : texts(picture)) {
      assertThat(t.y()).isBetween(0, picture.height());
    }
    for (Picture.Shape s : picture.shapes()) {
      if (s instanceof Picture.Box b) {
        assertThat(b.x() + b.width()).isLessThanOrEqualTo(picture.width());
        assertThat(b.y() + b.height()).isLessThanOrEqualTo(picture.height());
      }
    }
  }

  @Test
  void timeRunsDown() {
    List<Integer> heights =
        SequencePicture.of(Samples.saying("x")).shapes().stream()
            .filter(Picture.Dot.class::isInstance)
            .map(s -> ((Picture.Dot) s).y())
            .toList();

    assertThat(heights).hasSize(4).isSorted().doesNotHaveDuplicates();
  }

  @Test
  void theEventThatMustNotHappenIsMarked() {
    Picture fault = SequencePicture.of(example(FAULT));
    Picture deadlock = SequencePicture.of(example(quiesce.property.Property.NO_DEADLOCK));

    assertThat(dots(fault)).containsExactly(Picture.Ink.TEXT, Picture.Ink.DANGER);
    assertThat(dots(deadlock)).containsExactly(Picture.Ink.TEXT, Picture.Ink.TEXT);
  }

  @Test
  void aLassoHasAnArrowBack() {
    assertThat(arrows(SequencePicture.of(Samples.saying("x"))))
        .filteredOn(a -> last(a).y() < a.points().get(0).y())
        .hasSize(1);
    assertThat(arrows(SequencePicture.of(example(FAULT)))).isEmpty();
  }

  @Test
  void anArrowRunsDownFromOneDotToAnother() {
    Picture picture = SequencePicture.of(Samples.saying("x"));
    List<Integer> dots =
        picture.shapes().stream()
            .filter(Picture.Dot.class::isInstance)
            .map(s -> ((Picture.Dot) s).y())
            .toList();

    assertThat(arrows(picture))
        .filteredOn(a -> last(a).y() > a.points().get(0).y())
        .extracting(a -> dots.indexOf(a.points().get(0).y()), a -> dots.indexOf(last(a).y()))
        .containsExactlyInAnyOrder(tuple(0, 1), tuple(1, 3), tuple(0, 3));
  }

  @Property(tries = 200)
  void arrowsKeepOutOfEachOthersChannelsAndOutOfTheText(
      @ForAll @Size(min = 2, max = 12) List<@IntRange(max = 2) Integer> cpus,
      @ForAll @Size(max = 20) List<@Size(2) List<@IntRange(max = 11) Integer>> pairs) {
    Counterexample example = related(cpus, pairs);
    Picture picture = SequencePicture.of(example);

    for (Picture.Arrow a : arrows(picture)) {
      for (int i = 1; i < a.points().size(); i++) {
        Picture.Point p = a.points().get(i - 1);
        Picture.Point q = a.points().get(i);
        assertThat(p.x() == q.x() || p.y() == q.y()).isTrue();
        assertThat(texts(picture)).noneMatch(t -> crosses(p, q, t));
      }
    }
  }

  private static Counterexample related(List<Integer> cpus, List<List<Integer>> pairs) {
    return new Counterexample(
        FAULT,
        cpus.stream().map(c -> new Event(c, "NMI", "f", 7, "x = 1;", "x = 1")).toList(),
        pairs.stream()
            .filter(p -> p.get(0) < p.get(1) && p.get(1) < cpus.size())
            .map(p -> new Relation(Relation.Kind.READS_FROM, p.get(0), p.get(1)))
            .toList(),
        Optional.empty(),
        "wrong",
        List.of());
  }

  private static boolean crosses(Picture.Point p, Picture.Point q, Picture.Text t) {
    int left = t.anchor() == Picture.Anchor.END ? t.x() - Lettering.width(t.text()) : t.x();
    return Math.min(p.x(), q.x()) < right(t)
        && Math.max(p.x(), q.x()) > left
        && Math.min(p.y(), q.y()) < t.y() + 3
        && Math.max(p.y(), q.y()) > t.y() - 10;
  }

  private static Picture.Point last(Picture.Arrow a) {
    return a.points().get(a.points().size() - 1);
  }

  @Test
  void aCounterexampleWithoutEventsIsItsOutcome() {
    Counterexample none =
        new Counterexample(FAULT, List.of(), List.of(), Optional.empty(), "odd", List.of());
    Picture picture = SequencePicture.of(none);

    assertThat(texts(picture))
        .extracting(Picture.Text::text)
        .containsExactly("CPU 0", "NoNullDereference violated: odd");
  }

  private static Counterexample example(quiesce.property.Property property) {
    return new Counterexample(
        property,
        List.of(
            new Event(0, "NMI", "sample", 3, "p = q;", "q (load) = NULL"),
            new Event(0, "NMI", "sample", 4, "p->f();", "NULL->f()")),
        List.of(),
        Optional.empty(),
        "wrong",
        List.of());
  }

  private static List<Picture.Text> headings(Picture picture) {
    return texts(picture).stream().filter(t -> t.text().matches("CPU \\d")).toList();
  }

  private static List<Picture.Text> texts(Picture picture) {
    return picture.shapes().stream()
        .filter(Picture.Text.class::isInstance)
        .map(Picture.Text.class::cast)
        .toList();
  }

  private static List<Picture.Ink> dots(Picture picture) {
    return picture.shapes().stream()
        .filter(Picture.Dot.class::isInstance)
        .map(s -> ((Picture.Dot) s).ink())
        .toList();
  }

  private static List<Picture.Arrow> arrows(Picture picture) {
    return picture.shapes().stream()
        .filter(Picture.Arrow.class::isInstance)
        .map(Picture.Arrow.class::cast)
        .toList();
  }

  private static int right(Picture.Text t) {
    int width = Lettering.width(t.text());
    return switch (t.anchor()) {
      case START -> t.x() + width;
      case MIDDLE -> t.x() + width / 2;
      case END -> t.x();
    };
  }
}

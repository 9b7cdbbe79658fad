package quiesce.diagram;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import quiesce.explanation.Counterexample;
import quiesce.explanation.Event;

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
        .singleElement()
        .satisfies(
            a ->
                assertThat(a.points().get(a.points().size() - 1).y())
                    .isLessThan(a.points().get(0).y()));
    assertThat(arrows(SequencePicture.of(example(FAULT)))).isEmpty();
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

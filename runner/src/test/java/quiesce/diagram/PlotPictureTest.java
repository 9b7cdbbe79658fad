package quiesce.diagram;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class PlotPictureTest {
  private static final Plot PLOT =
      new Plot(
          "states",
          "CPUs",
          List.of("1", "2", "any"),
          List.of(
              new Plot.Curve("sc", 0, List.of(new Plot.Spot(0, 10, false, false), spot(1, 1000))),
              new Plot.Curve(
                  "weak", 1, List.of(spot(0, 10), new Plot.Spot(2, 70_000, true, true)))));

  private static Plot.Spot spot(int column, long number) {
    return new Plot.Spot(column, number, false, false);
  }

  @Test
  void oneMoreDigitIsAsFarUpAsTheOneBefore() {
    List<Picture.Dot> dots = all(PlotPicture.of("t", List.of(PLOT), List.of()), Picture.Dot.class);
    int ten = dots.get(0).y();
    int thousand = dots.get(1).y();
    Picture.Box other =
        all(PlotPicture.of("t", List.of(PLOT), List.of()), Picture.Box.class).get(0);

    assertThat(ten - thousand).isCloseTo(100, org.assertj.core.data.Offset.offset(1));
    assertThat(dots.get(2)).isEqualTo(new Picture.Dot(dots.get(0).x(), ten, Picture.Ink.ACCENT));
    assertThat(other.y()).isLessThan(thousand);
  }

  /** One that is not known may be anything. */
  @Test
  void noLineGoesOverAColumnWithoutANumber() {
    Picture picture = PlotPicture.of("t", List.of(PLOT), List.of());

    assertThat(
            all(picture, Picture.Line.class).stream()
                .filter(line -> line.ink() == Picture.Ink.ACCENT))
        .isEmpty();
  }

  @Test
  void namesOfCurvesAreBelowEachOther() {
    List<Plot.Curve> same =
        java.util.stream.IntStream.range(0, 20)
            .mapToObj(i -> new Plot.Curve("curve " + i, i, List.of(spot(0, 5))))
            .toList();

    Picture picture =
        PlotPicture.of("t", List.of(new Plot("p", "x", List.of("1"), same)), List.of());

    List<Integer> places =
        all(picture, Picture.Text.class).stream()
            .filter(text -> text.text().startsWith("curve"))
            .map(Picture.Text::y)
            .sorted()
            .toList();
    for (int i = 1; i < places.size(); i++) {
      assertThat(places.get(i) - places.get(i - 1)).isGreaterThanOrEqualTo(Lettering.LINE);
    }
    assertThat(places.get(places.size() - 1)).isLessThan(picture.height());
  }

  @Test
  void whoCannotSeeItIsGivenTheNumbers() {
    assertThat(PlotPicture.of("t", List.of(PLOT), List.of()).description())
        .isEqualTo(
            "states: sc 10 with 1 CPUs, 1,000 with 2 CPUs; weak 10 with 1 CPUs,"
                + " 70,000 with any CPUs (violated) (of other numbers).");
  }

  @Test
  void anyTextAndNoNumberAtAllLeaveItAPicture() {
    Plot plot = new Plot(Samples.HOSTILE, Samples.HOSTILE, List.of(), List.of());

    String svg =
        new PictureWriter(Samples.TEMPLATES)
            .svg(PlotPicture.of("t", List.of(plot), List.of(Samples.HOSTILE)));

    assertThat(svg).contains("no number is known").doesNotContain("<script");
  }

  private static <S extends Picture.Shape> List<S> all(Picture picture, Class<S> kind) {
    return picture.shapes().stream().filter(kind::isInstance).map(kind::cast).toList();
  }
}

package quiesce.diagram;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import quiesce.diagram.Picture.Anchor;
import quiesce.diagram.Picture.Face;
import quiesce.diagram.Picture.Ink;
import quiesce.text.Visible;

/** Plots as a drawing, one below the other, with the name of each curve at its end. */
public final class PlotPicture {
  private static final int MARGIN = 16;

  /** From one column to the next. */
  private static final int COLUMN = 96;

  /** Of the area with the curves, at least. */
  private static final int HEIGHT = 200;

  /** Half of a mark's width. */
  private static final int MARK = 4;

  /** The same of a cross. */
  private static final int CROSS = 6;

  /** From the last column to the names of curves. */
  private static final int LEADER = 40;

  private static final int TEN = 10;

  /** From the base line of a text to its middle. */
  private static final int HALF = 4;

  private static final List<Ink> INKS = List.of(Ink.MUTED, Ink.ACCENT, Ink.TEXT);

  private final String title;
  private final List<Plot> plots;
  private final List<String> remarks;
  private final int left;
  private final int names;
  private final int width;
  private final List<Picture.Shape> shapes = new ArrayList<>();
  private int y = MARGIN;

  private PlotPicture(String title, List<Plot> plots, List<String> remarks) {
    this.title = title;
    this.plots = plots;
    this.remarks = remarks;
    int numbers = widest(spots().map(s -> text(roundedUp(s.number()))));
    this.left = MARGIN + numbers + MARGIN;
    int columns = plots.stream().mapToInt(p -> p.columns().size()).max().orElse(1);
    this.names = left + columns * COLUMN - COLUMN / 2 + LEADER;
    int curves = widest(plots.stream().flatMap(p -> p.curves().stream()).map(Plot.Curve::name));
    this.width = Math.max(names + curves, Lettering.width(56)) + MARGIN;
  }

  /**
   * @param remarks what marks mean is said anyway; what else there is to say
   */
  public static Picture of(String title, List<Plot> plots, List<String> remarks) {
    return new PlotPicture(title, plots, remarks).draw();
  }

  private Stream<Plot.Spot> spots() {
    return plots.stream().flatMap(p -> p.curves().stream()).flatMap(c -> c.spots().stream());
  }

  private static int widest(Stream<String> texts) {
    return texts.map(Visible::of).mapToInt(Lettering::width).max().orElse(0);
  }

  private Picture draw() {
    plots.forEach(this::plot);
    legend();
    String description =
        plots.stream().map(PlotPicture::words).collect(Collectors.joining("; ", "", "."));
    return new Picture(width, y + MARGIN, title, description, shapes);
  }

  private void plot(Plot plot) {
    text(plot.title(), MARGIN, Ink.TEXT, Face.BOLD);
    List<Long> numbers =
        plot.curves().stream().flatMap(c -> c.spots().stream()).map(Plot.Spot::number).toList();
    if (numbers.isEmpty()) {
      text("no number is known", MARGIN, Ink.MUTED, Face.ITALIC);
    } else {
      long most = roundedUp(numbers.stream().max(Comparator.naturalOrder()).orElseThrow());
      long least = roundedDown(numbers.stream().min(Comparator.naturalOrder()).orElseThrow());
      int height = Math.max(HEIGHT, plot.curves().size() * Lettering.LINE);
      Scale scale = new Scale(least, Math.max(most, least * TEN), y + Lettering.LINE, height);
      grid(plot, scale);
      names(plot, scale);
      plot.curves().forEach(c -> curve(c, scale));
      y = scale.bottom() + Lettering.LINE;
      for (int i = 0; i < plot.columns().size(); i++) {
        shapes.add(
            new Picture.Text(x(i), y, plot.columns().get(i), Ink.TEXT, Face.PLAIN, Anchor.MIDDLE));
      }
      text(plot.across(), x(0) - Lettering.width(plot.across()) / 2, Ink.MUTED, Face.PLAIN);
    }
    y += Lettering.LINE;
  }

  /**
   * From numbers to heights.
   *
   * @param top of the area
   */
  private record Scale(long least, long most, int top, int height) {
    int y(long number) {
      double part = Math.log((double) number / least) / Math.log((double) most / least);
      return top + height - (int) Math.round(part * height);
    }

    int bottom() {
      return top + height;
    }
  }

  private void grid(Plot plot, Scale scale) {
    int right = x(plot.columns().size() - 1);
    for (long number = scale.least(); number <= scale.most(); number *= TEN) {
      int at = scale.y(number);
      shapes.add(new Picture.Line(left, at, right, at, Ink.MUTED, true));
      shapes.add(
          new Picture.Text(
              left - MARGIN / 2, at + HALF, text(number), Ink.MUTED, Face.PLAIN, Anchor.END));
    }
  }

  private void curve(Plot.Curve curve, Scale scale) {
    Ink ink = ink(curve);
    for (int i = 0; i + 1 < curve.spots().size(); i++) {
      Plot.Spot from = curve.spots().get(i);
      Plot.Spot to = curve.spots().get(i + 1);
      if (to.column() == from.column() + 1) {
        shapes.add(
            new Picture.Line(
                x(from.column()),
                scale.y(from.number()),
                x(to.column()),
                scale.y(to.number()),
                ink,
                from.other() || to.other()));
      }
    }
    for (Plot.Spot s : curve.spots()) {
      mark(x(s.column()), scale.y(s.number()), s.wrong(), s.other(), ink);
    }
  }

  /** A disc, or a ring where something else was counted; with a cross where something is wrong. */
  private void mark(int x, int y, boolean wrong, boolean other, Ink ink) {
    shapes.add(
        other
            ? new Picture.Box(x - MARK, y - MARK, 2 * MARK, 2 * MARK, ink, false, "")
            : new Picture.Dot(x, y, ink));
    if (wrong) {
      shapes.add(new Picture.Line(x - CROSS, y - CROSS, x + CROSS, y + CROSS, Ink.DANGER, false));
      shapes.add(new Picture.Line(x - CROSS, y + CROSS, x + CROSS, y - CROSS, Ink.DANGER, false));
    }
  }

  /** At the height of the last spot of each, or below the name above. */
  private void names(Plot plot, Scale scale) {
    List<Plot.Curve> curves =
        plot.curves().stream()
            .filter(c -> !c.spots().isEmpty())
            .sorted(Comparator.comparing((Plot.Curve c) -> scale.y(last(c).number())))
            .toList();
    int free = scale.top();
    for (int i = 0; i < curves.size(); i++) {
      Plot.Curve c = curves.get(i);
      int wanted = scale.y(last(c).number());
      int lowest = scale.bottom() - (curves.size() - 1 - i) * Lettering.LINE;
      int at = Math.max(free, Math.min(wanted, lowest));
      free = at + Lettering.LINE;
      shapes.add(
          new Picture.Line(
              x(last(c).column()) + 2 * MARK, wanted, names - MARK, at, Ink.MUTED, true));
      shapes.add(new Picture.Text(names, at + HALF, c.name(), ink(c), Face.PLAIN, Anchor.START));
    }
  }

  private static Plot.Spot last(Plot.Curve curve) {
    return curve.spots().get(curve.spots().size() - 1);
  }

  private void legend() {
    if (spots().anyMatch(Plot.Spot::wrong)) {
      entry(true, "a property is violated");
    }
    if (spots().anyMatch(Plot.Spot::other)) {
      entry(false, "states of other numbers, explored in place of these");
    }
    for (String remark : remarks) {
      text(remark, MARGIN, Ink.MUTED, Face.PLAIN);
    }
  }

  private void entry(boolean wrong, String words) {
    mark(MARGIN + CROSS, y + Lettering.LINE - HALF, wrong, !wrong, Ink.MUTED);
    text(words, MARGIN + 2 * MARGIN, Ink.TEXT, Face.PLAIN);
  }

  /** Below what is there. */
  private void text(String words, int x, Ink ink, Face face) {
    int columns = (width - MARGIN - x) / Lettering.width(1);
    List<String> lines = Lettering.wrap(Visible.of(words), columns, "  ");
    shapes.addAll(Lettering.set(lines, x, y + Lettering.LINE, ink, face));
    y += lines.size() * Lettering.LINE;
  }

  private int x(int column) {
    return left + COLUMN / 2 + column * COLUMN;
  }

  private static Ink ink(Plot.Curve curve) {
    return INKS.get(curve.group() % INKS.size());
  }

  /** The power of ten that is not below. */
  private static long roundedUp(long number) {
    long power = roundedDown(number);
    return power == number ? power : power * TEN;
  }

  private static long roundedDown(long number) {
    long power = 1;
    while (power <= number / TEN) {
      power *= TEN;
    }
    return power;
  }

  private static String text(long number) {
    return String.format(Locale.ROOT, "%,d", number);
  }

  private static String words(Plot plot) {
    return plot.title()
        + ": "
        + plot.curves().stream()
            .map(
                c ->
                    c.name()
                        + " "
                        + c.spots().stream()
                            .map(s -> words(plot, s))
                            .collect(Collectors.joining(", ")))
            .collect(Collectors.joining("; "));
  }

  private static String words(Plot plot, Plot.Spot s) {
    return "%s with %s %s%s%s"
        .formatted(
            text(s.number()),
            plot.columns().get(s.column()),
            plot.across(),
            s.wrong() ? " (violated)" : "",
            s.other() ? " (of other numbers)" : "");
  }
}

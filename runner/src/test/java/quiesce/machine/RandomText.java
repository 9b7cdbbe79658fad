package quiesce.machine;

import java.util.Random;

/** Lines of C, and the choices between them, all made from one number. */
final class RandomText {
  private final Random random;
  private final StringBuilder out = new StringBuilder();
  private int depth;

  RandomText(long seed) {
    this.random = new Random(seed);
  }

  boolean chance(int percent) {
    return random.nextInt(100) < percent;
  }

  /** From 0 up to this number, without it. */
  int below(int number) {
    return random.nextInt(number);
  }

  String one(String... texts) {
    return texts[random.nextInt(texts.length)];
  }

  void line(String text) {
    for (String l : text.split("\n", -1)) {
      out.append(l.isEmpty() ? "" : "\t".repeat(depth)).append(l).append('\n');
    }
  }

  /** A line that begins a block. */
  void open(String head) {
    line(head.isEmpty() ? "{" : head + " {");
    depth++;
  }

  void enter() {
    depth++;
  }

  void close() {
    close("}");
  }

  void close(String tail) {
    depth--;
    line(tail);
  }

  /** A label, or a case. */
  void label(String text) {
    depth--;
    line(text);
    depth++;
  }

  boolean has(String text) {
    return out.indexOf(text) >= 0;
  }

  String text() {
    return out.toString();
  }
}

package quiesce.edits;

/**
 * A change of the text.
 *
 * @param span the words that it is about
 * @param text what takes their place, or is put next to them
 */
record Edit(Place place, Words.Span span, String text) {
  /** Where the text comes; in the order in which edits at one place are made. */
  enum Place {
    /** After the last word. */
    AFTER,
    /** Before the first word. */
    BEFORE,
    /** In the place of the words. */
    INSTEAD
  }

  Edit(Words.Span span, String text) {
    this(Place.INSTEAD, span, text);
  }

  static Edit after(int word, String text) {
    return new Edit(Place.AFTER, new Words.Span(word, word), text);
  }

  static Edit before(int word, String text) {
    return new Edit(Place.BEFORE, new Words.Span(word, word), text);
  }

  /** Whether all words stay. */
  boolean inserts() {
    return place != Place.INSTEAD;
  }

  /** Whether two edits can be made together: no word is replaced by both, or torn from a text. */
  boolean allows(Edit other) {
    if (inserts() && other.inserts()) {
      return true;
    }
    Words.Span one = span;
    Words.Span two = other.span;
    if (inserts() || other.inserts()) {
      Words.Span kept = inserts() ? two : one;
      int at = inserts() ? one.from() : two.from();
      Place where = inserts() ? place : other.place;
      boolean inside =
          where == Place.AFTER
              ? at >= kept.from() && at < kept.to()
              : at > kept.from() && at <= kept.to();
      return !inside;
    }
    return one.to() < two.from() || two.to() < one.from();
  }
}

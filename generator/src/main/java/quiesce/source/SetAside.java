package quiesce.source;

/**
 * Something that a file has and that no thread does: it is read, and left out of the steps.
 *
 * @param why it may be left out, in a few words
 */
public record SetAside(Place place, String why) {}

package quiesce.engine.tlc;

/**
 * How far TLC has come. TLC says so once a minute, and once when it has explored everything.
 *
 * @param depth length of the longest path explored so far
 * @param generated states generated
 * @param distinct distinct states among them
 * @param queue states whose successors are still to be explored
 */
public record TlcProgress(long depth, long generated, long distinct, long queue) {}

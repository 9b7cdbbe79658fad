package quiesce.cost;

/**
 * A point of a run.
 *
 * @param node that comes next
 */
record State(int node, Locals locals, Memory memory) {}

package quiesce.interpreter;

/**
 * How large a machine is.
 *
 * @param cpus processors, and tasks of each kind
 * @param registrations objects that are registered one after the other
 */
public record Bounds(int cpus, int registrations) {}

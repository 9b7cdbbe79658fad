package quiesce.bench;

/**
 * What a command took.
 *
 * @param seconds on the clock
 * @param cpuSeconds of it and of all that it waited for, user and system
 * @param exit its exit code
 * @param output what it wrote to standard output
 */
record Timed(double seconds, double cpuSeconds, int exit, String output) {}

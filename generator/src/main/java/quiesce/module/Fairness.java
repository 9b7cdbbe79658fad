package quiesce.module;

import java.util.List;

/**
 * What a thread is owed.
 *
 * @param strong whether it is enough that it can continue repeatedly
 * @param turns whether it keeps its turn at a lock, so that it is enough that it has a CPU
 *     repeatedly and that the lock is free repeatedly
 * @param instances a quantifier over the instances that are owed it; empty where there is one
 * @param somewhere the same over the CPUs on which it may continue; empty where none matters
 */
public record Fairness(
    boolean strong,
    boolean turns,
    List<ModuleModel.Over> instances,
    List<ModuleModel.Over> somewhere) {}

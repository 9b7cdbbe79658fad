package quiesce.cost;

import quiesce.steps.Context;

/**
 * What one run of a reader costs.
 *
 * @param reader the function
 * @param nothingRegistered as long as nobody has ever registered
 * @param registered between the return of register and the call of unregister
 */
public record ReaderCost(
    String reader, Context context, PathCost nothingRegistered, PathCost registered) {}

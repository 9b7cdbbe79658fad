package quiesce.cost;

import java.util.Optional;

/**
 * What the rare side costs. Its loads and branches are not counted: nobody but itself pays for
 * them.
 *
 * @param unregister empty if nobody ever unregisters
 */
public record UpdateCost(PathCost register, Optional<PathCost> unregister) {}

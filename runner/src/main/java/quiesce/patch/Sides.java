package quiesce.patch;

import java.util.Optional;
import quiesce.source.SourceFile;

/**
 * A file that a diff changes.
 *
 * @param path in the diff
 * @param before empty if it is new
 * @param after empty if it is removed
 */
public record Sides(String path, Optional<SourceFile> before, Optional<SourceFile> after) {}

package quiesce.engine.jvm;

import java.nio.file.Path;
import java.util.Optional;

/**
 * What all JVMs of one command have in common.
 *
 * @param jar the TLC that they run
 * @param cache a directory for what makes TLC start faster; without one it starts slower
 * @param heap of each JVM
 */
public record JvmSettings(TlcJar jar, Optional<Path> cache, Heap heap) {}

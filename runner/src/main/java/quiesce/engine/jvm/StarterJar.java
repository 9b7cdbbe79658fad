package quiesce.engine.jvm;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import quiesce.output.Ours;

/** What starts a TLC that has a process of its own: see {@code quiesce.engine.inside.Alone}. */
final class StarterJar {
  private static final List<String> CLASSES =
      List.of("Alone", "NoServer", "NoServer$Unreachable").stream()
          .map(name -> "quiesce/engine/inside/" + name)
          .toList();

  /** The same whenever it is made. */
  static final LocalDateTime TIME = LocalDateTime.of(2026, 1, 1, 0, 0);

  private StarterJar() {}

  /** Writes it, whole or not at all, unless it is there already. */
  static void provide(Path file) throws IOException {
    byte[] content = content();
    if (Ours.file(file) && Arrays.equals(Files.readAllBytes(file), content)) {
      return;
    }
    Path unfinished = Files.createTempFile(file.getParent(), "start-", ".tmp");
    try {
      Files.write(unfinished, content);
      // An archive remembers how old its jars are: whoever makes this one makes the same.
      Files.setLastModifiedTime(unfinished, FileTime.from(TIME.toInstant(ZoneOffset.UTC)));
      Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE);
    } finally {
      Files.deleteIfExists(unfinished);
    }
  }

  static void write(Path file) throws IOException {
    Files.write(file, content());
  }

  static byte[] content() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      for (String name : CLASSES) {
        ZipEntry entry = new ZipEntry(name + ".class");
        entry.setTimeLocal(TIME);
        zip.putNextEntry(entry);
        zip.write(SharedJvmJar.own(name));
      }
    }
    return bytes.toByteArray();
  }
}

package quiesce.tlc;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import quiesce.renewal.Renewal;

/** Makes the jar of a worker. */
final class WorkerJar {
  private static final String CLASS = ".class";

  /** All of {@code quiesce.worker}. */
  private static final List<String> WORKER =
      List.of(
              "Epoch",
              "Frames",
              "Frames$Lines",
              "NoServer",
              "NoServer$Unreachable",
              "Pools",
              "Remains",
              "Requests",
              "Worker")
          .stream()
          .map(name -> "quiesce/worker/" + name)
          .toList();

  /** All of {@code quiesce.renewal}, which decides what the others become. */
  private static final List<String> RENEWAL =
      List.of("ClassWorld", "Renewal", "RenewedClass", "Renewer").stream()
          .map(name -> "quiesce/renewal/" + name)
          .toList();

  private WorkerJar() {}

  /**
   * Writes the jar, which is the same whenever it is made of the same.
   *
   * @return whether the classes of this TLC can be renewed; otherwise nothing is written
   */
  static boolean write(TlcJar tlc, Path file) throws IOException {
    Map<String, byte[]> classes = new TreeMap<>();
    Map<String, byte[]> entries = new TreeMap<>();
    try (ZipInputStream zip =
        new ZipInputStream(new BufferedInputStream(Files.newInputStream(tlc.path())))) {
      for (ZipEntry e = zip.getNextEntry(); e != null; e = zip.getNextEntry()) {
        if (e.getName().endsWith(CLASS)) {
          classes.put(e.getName(), zip.readAllBytes());
        } else if (!e.getName().startsWith("META-INF/")) {
          // Directories as well: TLC finds its modules by asking for theirs.
          entries.put(e.getName(), zip.readAllBytes());
        }
      }
    }
    Optional<Map<String, byte[]>> renewed = Renewal.of(classes);
    if (renewed.isEmpty()) {
      return false;
    }
    renewed.get().forEach((name, bytes) -> entries.put(name + CLASS, bytes));
    for (String name : WORKER) {
      entries.put(name + CLASS, own(name));
    }
    try (ZipOutputStream zip =
        new ZipOutputStream(new BufferedOutputStream(Files.newOutputStream(file)))) {
      for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
        ZipEntry made = new ZipEntry(entry.getKey());
        made.setTimeLocal(StarterJar.TIME);
        zip.putNextEntry(made);
        zip.write(entry.getValue());
      }
    }
    return true;
  }

  /** What of quiesce itself decides about the content of the jar. */
  static List<byte[]> ownClasses() throws IOException {
    List<byte[]> all = new ArrayList<>();
    for (String name : RENEWAL) {
      all.add(own(name));
    }
    for (String name : WORKER) {
      all.add(own(name));
    }
    return all;
  }

  static byte[] own(String name) throws IOException {
    try (InputStream in = WorkerJar.class.getClassLoader().getResourceAsStream(name + CLASS)) {
      return in.readAllBytes();
    }
  }
}

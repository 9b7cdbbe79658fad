package quiesce.engine.jvm;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import quiesce.engine.renewal.Renewal;

/**
 * The jar of a shared JVM: the classes of the TLC that comes along, renewed, and those of {@code
 * quiesce.engine.inside}. The build makes it, and it is installed beside the other jars: what is
 * run from there is trusted as they are.
 */
public final class SharedJvmJar {
  private static final String CLASS = ".class";

  /** In a directory of its own, since the launcher takes all jars of lib for its class path. */
  private static final Path PLACE = Path.of("shared", "tlc.jar");

  /** All of {@code quiesce.engine.inside}. */
  private static final List<String> INSIDE =
      List.of(
              "Epoch",
              "Frames",
              "Frames$Lines",
              "NoServer",
              "NoServer$Unreachable",
              "Pools",
              "Remains",
              "Requests",
              "Shared")
          .stream()
          .map(name -> "quiesce/engine/inside/" + name)
          .toList();

  /** All of {@code quiesce.engine.renewal}, which decides what the others become. */
  private static final List<String> RENEWAL =
      List.of("ClassWorld", "Renewal", "RenewedClass", "Renewer").stream()
          .map(name -> "quiesce/engine/renewal/" + name)
          .toList();

  private SharedJvmJar() {}

  /** Called by the build, with the directory of the jars. */
  public static void main(String[] args) throws IOException {
    Path file = Path.of(args[0]).resolve(PLACE);
    Files.createDirectories(file.getParent());
    Files.write(file, content(TlcJar.onClassPath().orElseThrow()));
    // An archive remembers how old its jar is: the same jar is of the same age.
    Files.setLastModifiedTime(file, FileTime.from(StarterJar.TIME.toInstant(ZoneOffset.UTC)));
  }

  /** Where the build put it: beside quiesce's own jar, or where that is to be. */
  static Optional<Path> built() {
    try {
      Path own =
          Path.of(SharedJvmJar.class.getProtectionDomain().getCodeSource().getLocation().toURI());
      Path lib = Files.isDirectory(own) ? own.resolveSibling("lib") : own.getParent();
      return Optional.of(lib.resolve(PLACE)).filter(Files::isReadable);
    } catch (URISyntaxException e) {
      return Optional.empty();
    }
  }

  /**
   * The bytes of the jar, which are the same whenever it is made.
   *
   * @throws IOException if TLC's jar cannot be read, or its classes cannot be renewed
   */
  static byte[] content(TlcJar tlc) throws IOException {
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
      throw new IOException("the classes of " + tlc.path() + " cannot be renewed");
    }
    renewed.get().forEach((name, bytes) -> entries.put(name + CLASS, bytes));
    for (String name : INSIDE) {
      entries.put(name + CLASS, own(name));
    }
    ByteArrayOutputStream jar = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(jar)) {
      for (Map.Entry<String, byte[]> content : entries.entrySet()) {
        ZipEntry entry = new ZipEntry(content.getKey());
        entry.setTimeLocal(StarterJar.TIME);
        zip.putNextEntry(entry);
        zip.write(content.getValue());
      }
    }
    return jar.toByteArray();
  }

  /** What of quiesce itself decides about the content of the jar. */
  static List<byte[]> ownClasses() throws IOException {
    List<byte[]> all = new ArrayList<>();
    for (String name : RENEWAL) {
      all.add(own(name));
    }
    for (String name : INSIDE) {
      all.add(own(name));
    }
    return all;
  }

  static byte[] own(String name) throws IOException {
    try (InputStream in = SharedJvmJar.class.getClassLoader().getResourceAsStream(name + CLASS)) {
      return in.readAllBytes();
    }
  }
}

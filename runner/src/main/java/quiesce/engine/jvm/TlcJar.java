package quiesce.engine.jvm;

import java.io.File;
import java.io.IOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import quiesce.engine.tlc.TlcException;

/** A jar (or a directory of classes) that holds TLC. TLC itself is never loaded into this JVM. */
public record TlcJar(Path path) {
  private static final String MAIN_CLASS = "tlc2/TLC.class";

  /**
   * The TLC of the class path, if there is one. A jar that is called as TLC's are is looked into
   * first: to look into all jars takes a good part of the time that it takes to start.
   */
  public static Optional<TlcJar> onClassPath() {
    for (String entry : System.getProperty("java.class.path").split(File.pathSeparator)) {
      Path path = Path.of(entry);
      if (entry.endsWith(".jar") && entry.contains("tools") && holdsTlc(path)) {
        return Optional.of(new TlcJar(path.toAbsolutePath()));
      }
    }
    URL resource = TlcJar.class.getClassLoader().getResource(MAIN_CLASS);
    return resource == null ? Optional.empty() : Optional.of(new TlcJar(rootOf(resource)));
  }

  /**
   * The TLC in the jar at {@code path}.
   *
   * @throws TlcException if there is no such file, or it is not a jar with TLC in it
   */
  public static TlcJar at(Path path) {
    if (!Files.exists(path)) {
      throw refusal(path, "there is no such file");
    }
    if (!Files.isRegularFile(path)) {
      throw refusal(path, "it is not a file");
    }
    try {
      if (!contains(path)) {
        throw refusal(path, "the jar does not contain " + MAIN_CLASS);
      }
    } catch (ZipException e) {
      throw refusal(path, "it is not a jar");
    } catch (IOException e) {
      throw refusal(path, "it cannot be read (" + e.getMessage() + ")");
    }
    return new TlcJar(path.toAbsolutePath());
  }

  private static boolean contains(Path jar) throws IOException {
    try (ZipFile zip = new ZipFile(jar.toFile())) {
      return zip.getEntry(MAIN_CLASS) != null;
    }
  }

  private static boolean holdsTlc(Path jar) {
    try {
      return contains(jar);
    } catch (IOException e) {
      return false;
    }
  }

  private static TlcException refusal(Path path, String what) {
    return new TlcException(
        "cannot use " + path + " as TLC: " + what + "; name a tla2tools.jar that holds TLC");
  }

  /** What the class path entry is that a resource of it was found in: a jar or a directory. */
  private static Path rootOf(URL resource) {
    String text = resource.toString();
    String root = text.substring(0, text.length() - MAIN_CLASS.length());
    if (root.startsWith("jar:") && root.endsWith("!/")) {
      root = root.substring("jar:".length(), root.length() - "!/".length());
    }
    try {
      return Path.of(new URL(root).toURI());
    } catch (URISyntaxException | IOException | IllegalArgumentException e) {
      throw new TlcException("cannot tell which file TLC comes from: " + text, e);
    }
  }
}

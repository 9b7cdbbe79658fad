package quiesce.engine;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import quiesce.engine.jvm.TlcJar;

/** Which TLC a jar holds, without starting it: that takes a second. */
public final class EngineVersion {
  private static final String CLASS = "tlc2/TLCGlobals.class";
  private static final Pattern VERSION = Pattern.compile("Version (\\d+(?:\\.\\d+)+)");

  private EngineVersion() {}

  /** {@code TLC 2.18}; plain {@code TLC} for a build that does not say. */
  public static String of(TlcJar jar) {
    try {
      // A constant of the class, which is text among bytes.
      String constants = new String(globals(jar), StandardCharsets.ISO_8859_1);
      Matcher matcher = VERSION.matcher(constants);
      return matcher.find() ? "TLC " + matcher.group(1) : "TLC";
    } catch (IOException e) {
      return "TLC";
    }
  }

  private static byte[] globals(TlcJar jar) throws IOException {
    if (Files.isDirectory(jar.path())) {
      return Files.readAllBytes(jar.path().resolve(CLASS));
    }
    try (ZipFile zip = new ZipFile(jar.path().toFile())) {
      Optional<ZipEntry> entry = Optional.ofNullable(zip.getEntry(CLASS));
      return entry.isPresent() ? zip.getInputStream(entry.get()).readAllBytes() : new byte[0];
    }
  }
}

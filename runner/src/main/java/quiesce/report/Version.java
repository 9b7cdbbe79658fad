package quiesce.report;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;

/** Which quiesce this is. */
public final class Version {
  private Version() {}

  /** As the build says, {@code 0.1.0} for example. */
  public static String current() {
    try (InputStream in = Version.class.getResourceAsStream("/quiesce/version.properties")) {
      Properties properties = new Properties();
      properties.load(in);
      return properties.getProperty("version");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

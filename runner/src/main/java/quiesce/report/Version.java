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
    return properties().getProperty("version");
  }

  /**
   * With the commit that it was built from, {@code 0.1.0 (92cce984837e)}; {@code -dirty} is added
   * as git does. Without it if it was not built in a repository.
   */
  public static String withCommit() {
    String commit = properties().getProperty("commit");
    // A property that Maven does not have stays as it is.
    return current() + (commit.startsWith("$") ? "" : " (" + commit + ")");
  }

  private static Properties properties() {
    try (InputStream in = Version.class.getResourceAsStream("/quiesce/version.properties")) {
      Properties properties = new Properties();
      properties.load(in);
      return properties;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

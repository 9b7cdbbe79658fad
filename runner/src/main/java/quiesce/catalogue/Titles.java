package quiesce.catalogue;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What the strategies of the catalogue are called, in which group they are, and what they are in a
 * line each. The build has {@link TitlesWriter} make a file of it: to look for all strategies and
 * to read what is in front of them would take longer than all else that it takes to list them.
 */
public final class Titles {
  static final String FILE = "specs/titles";
  static final String BETWEEN = "\t";

  private static final int PARTS = 3;

  private Titles() {}

  /** The title of each strategy, or an empty one, by group and name, both in order. */
  public static Map<String, Map<String, String>> onClassPath() {
    try (InputStream in = Titles.class.getResourceAsStream("/" + FILE)) {
      if (in == null) {
        throw new IllegalStateException(FILE + " is missing; the build makes it");
      }
      return read(new String(in.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read the titles of the catalogue", e);
    }
  }

  private static Map<String, Map<String, String>> read(String text) {
    Map<String, Map<String, String>> titles = new LinkedHashMap<>();
    for (String line : text.split("\n")) {
      String[] parts = line.split(BETWEEN, PARTS);
      titles.computeIfAbsent(parts[0], group -> new LinkedHashMap<>()).put(parts[1], parts[2]);
    }
    return titles;
  }
}

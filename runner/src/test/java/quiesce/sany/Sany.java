package quiesce.sany;

import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarFile;
import tla2sany.drivers.FrontEndException;
import tla2sany.drivers.SANY;
import tla2sany.modanalyzer.SpecObj;
import tla2sany.semantic.ModuleNode;
import util.FilenameToStream;

/** TLA+'s own parser, on texts, in a directory of its own. */
public final class Sany {
  private static final String STANDARD = "tla2sany/StandardModules/";

  private final Path directory;

  /**
   * @param directory where there may be files
   */
  public Sany(Path directory) {
    this.directory = directory;
    for (String module : standardModules()) {
      String name = module + ".tla";
      try (InputStream in = SANY.class.getResourceAsStream("/" + STANDARD + name)) {
        Files.write(directory.resolve(name), in.readAllBytes());
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  static Path jar() {
    return Path.of(SANY.class.getProtectionDomain().getCodeSource().getLocation().getPath());
  }

  /** The names of the modules that come with it. */
  public static List<String> standardModules() {
    try (JarFile entries = new JarFile(jar().toFile())) {
      return entries.stream()
          .map(e -> e.getName())
          .filter(n -> n.startsWith(STANDARD) && n.endsWith(".tla"))
          .map(n -> n.substring(STANDARD.length(), n.length() - ".tla".length()))
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The meaning of a module, and of all that it extends. */
  public SpecObj parse(String name, String text) {
    try {
      Files.writeString(directory.resolve(name + ".tla"), text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return standard(name);
  }

  /** The same of a module that is there already. */
  public SpecObj standard(String name) {
    SpecObj spec = new SpecObj(name, new Directory(directory));
    ByteArrayOutputStream said = new ByteArrayOutputStream();
    try {
      int failed =
          SANY.frontEndMain(spec, name, new PrintStream(said, true, StandardCharsets.UTF_8));
      if (failed != 0 || spec.getRootModule() == null) {
        throw new AssertionError(name + ": " + said.toString(StandardCharsets.UTF_8));
      }
    } catch (FrontEndException e) {
      throw new AssertionError(said.toString(StandardCharsets.UTF_8), e);
    }
    return spec;
  }

  public ModuleNode module(String name, String text) {
    return parse(name, text).getRootModule();
  }

  private record Directory(Path directory) implements FilenameToStream {
    @Override
    public File resolve(String filename, boolean isModule) {
      String name = isModule && !filename.endsWith(".tla") ? filename + ".tla" : filename;
      return new FilenameToStream.TLAFile(directory.resolve(name).toString(), this);
    }

    @Override
    public String getFullPath() {
      return directory.toString();
    }

    @Override
    public boolean isStandardModule(String moduleName) {
      return standardModules().contains(moduleName);
    }
  }
}

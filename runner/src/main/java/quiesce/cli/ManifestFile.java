package quiesce.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import quiesce.catalogue.InputException;
import quiesce.output.WholeFiles;
import quiesce.report.ExamplesManifest;

/**
 * The manifest of a directory.
 *
 * @param before what it holds already
 */
record ManifestFile(Path directory, Optional<JsonNode> before) {
  /** The folder of specifications in tlaplus/Examples. */
  private static final String SPECIFICATIONS = "specifications";

  /**
   * @throws InputException if there is a file of that name which is no manifest
   */
  static ManifestFile in(Path directory) {
    Path file = directory.resolve(ExamplesManifest.FILE);
    try {
      if (!Files.exists(file)) {
        return new ManifestFile(directory, Optional.empty());
      }
      JsonNode json = new ObjectMapper().readTree(Files.readAllBytes(file));
      if (ExamplesManifest.isOne(json)) {
        return new ManifestFile(directory, Optional.of(json));
      }
    } catch (JsonProcessingException e) {
      // Said below, as of any other file.
    } catch (IOException e) {
      throw new InputException(file + " cannot be read: " + WholeFiles.reason(e), e);
    }
    throw new InputException(
        file
            + " is no manifest of tlaplus/Examples; move it, or name another directory with --out");
  }

  /** The path of a directory from the root of that repository, which it is or will be copied to. */
  String folder(Path of) {
    Path path = of.toAbsolutePath().normalize();
    List<String> names =
        StreamSupport.stream(path.spliterator(), false).map(Path::toString).toList();
    int root = names.lastIndexOf(SPECIFICATIONS);
    if (root >= 0 && root < names.size() - 1) {
      return String.join("/", names.subList(root, names.size()));
    }
    Path own = directory.toAbsolutePath().normalize();
    String below =
        StreamSupport.stream(own.relativize(path).spliterator(), false)
            .map(name -> "/" + name)
            .filter(name -> !name.equals("/"))
            .collect(Collectors.joining());
    String name = own.getFileName() == null ? "quiesce" : own.getFileName().toString();
    return SPECIFICATIONS + "/" + name + below;
  }

  /** Writes it; its path. */
  Path write(List<ExamplesManifest.Module> modules) {
    OutputFiles.write(
        directory, Map.of(ExamplesManifest.FILE, ExamplesManifest.render(modules, before)));
    return directory.resolve(ExamplesManifest.FILE).normalize();
  }
}

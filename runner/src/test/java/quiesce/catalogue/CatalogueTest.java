package quiesce.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CatalogueTest {
  @TempDir private Path directory;

  @Test
  void everyStrategyOfTheSourceTreeIsThere() throws IOException {
    try (var specs = Files.list(Path.of("..", "specs"))) {
      assertThat(Catalogue.onClassPath().names())
          .containsAll(
              specs
                  .filter(d -> Files.exists(d.resolve("strategy.c")))
                  .map(d -> d.getFileName().toString())
                  .toList())
          .isSorted();
    }
  }

  @Test
  void strategiesAreFoundInAJar() throws IOException {
    Path jar = directory.resolve("a jar.jar");
    try (OutputStream out = Files.newOutputStream(jar);
        ZipOutputStream zip = new ZipOutputStream(out)) {
      for (String name : List.of("specs/", "specs/b/strategy.c", "specs/a/strategy.c", "x.c")) {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(name.getBytes(StandardCharsets.UTF_8));
      }
    }

    var found = CatalogueResources.read(jar);

    assertThat(found.keySet()).containsExactly("a", "b");
    assertThat(found.get("a").name()).isEqualTo("specs/a/strategy.c");
    assertThat(found.get("a").lines()).containsExactly("specs/a/strategy.c");
  }

  @Test
  void theNearestNamesAreOffered() {
    assertThatThrownBy(() -> Catalogue.onClassPath().find("static-cal"))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("did you mean static-call or state-call or static-call-kvm?");
  }

  @Test
  void aSlashOrTheEndingOfCMakesAPath() {
    assertThat(Catalogue.isPath("./rcu")).isTrue();
    assertThat(Catalogue.isPath("rcu.c")).isTrue();
    assertThat(Catalogue.isPath("rcu")).isFalse();
  }

  @Test
  void aFileIsCalledAsTheUserCallsIt() throws IOException {
    Path file = Files.writeString(directory.resolve("s.c"), "int x;\n");

    assertThat(Catalogue.onClassPath().find(file.toString()).name()).isEqualTo(file.toString());
  }
}
